using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// A node's state folder on this machine, which runs find by the environment variable <c>CSHARPCHEF_STATE</c> until the
/// test ends, and a folder that recipes change. Tests that use it must be in the collection of
/// <see cref="LocalMachine"/>, because all threads share the environment.
/// </summary>
internal sealed class KeptNode : IDisposable
{
    private const string Variable = "CSHARPCHEF_STATE";
    private const string WorkPlaceholder = "{work}";
    private readonly string folder = TemporaryFolder.Create("csharpchef-node-");
    private readonly string? before = Environment.GetEnvironmentVariable(Variable);
    private readonly string cookbooks;

    private KeptNode(CompatibilityData data)
    {
        cookbooks = data["cookbooks"];
        Directory.CreateDirectory(State);
        Directory.CreateDirectory(Dir);
        File.WriteAllText(Attributes, $$"""{ "dir": "{{Dir}}" }""");
        Environment.SetEnvironmentVariable(Variable, State);
    }

    public string State => Path.Combine(folder, "state");

    public string Dir => Path.Combine(folder, "dir");

    /// <summary>The folder of temporary files that the interrupted run left.</summary>
    public string Work => Path.Combine(folder, "csharpchef.a1b2c3");

    private string Attributes => Path.Combine(folder, "dir.json");

    public static KeptNode New(CompatibilityData data) => new(data);

    /// <summary>The state folder that the build of that version left, as it was on its machine.</summary>
    public static KeptNode Copy(CompatibilityData data)
    {
        var node = new KeptNode(data);
        data.CopyTo(node.State, "node");
        var work = Path.Combine(node.State, "work");
        File.WriteAllText(work, File.ReadAllText(work).Replace(WorkPlaceholder, node.Work, StringComparison.Ordinal));
        Directory.CreateDirectory(node.Work);
        return node;
    }

    public Task<CommandOutcome> ConvergeAsync(string recipe, params string[] more) =>
        RunAsync("converge", recipe, more);

    public Task<CommandOutcome> RunAsync(string verb, string recipe, params string[] more) => CommandLine.RunAsync(
    [
        .. verb.Split(' '), "local", "-r", recipe, "--cookbooks", cookbooks, "--attributes", Attributes, "--no-sudo",
        .. more,
    ]);

    public static Task<CommandOutcome> RunsAsync(params string[] more) =>
        CommandLine.RunAsync(["runs", "local", .. more]);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, before);
        Directory.Delete(folder, recursive: true);
    }
}
