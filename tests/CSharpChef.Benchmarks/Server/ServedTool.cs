using System.Text.Json;

namespace CSharpChef.Benchmarks.Server;

/// <summary>A server of its own data, and the tool that is logged in to it.</summary>
internal sealed class ServedTool : IDisposable
{
    private readonly string binary;
    private readonly string settings = Repository.Scratch();

    /// <param name="binary">The program.</param>
    /// <param name="options">More options of the server.</param>
    public ServedTool(string binary, params string[] options)
    {
        this.binary = binary;
        var data = Repository.Scratch();
        Server = ServerProcess.Start(
            binary, data, ["--urls", "http://127.0.0.1:0", "--source-folder", Repository.BenchmarkCookbooks, .. options]);
        Run("login", Server.Url, "--credentials", Path.Combine(data, "credentials"));
    }

    public ServerProcess Server { get; }

    /// <summary>Makes the stack <c>shop</c>, whose cookbooks are those of the benchmarks.</summary>
    public void CreateStack()
    {
        var source = JsonSerializer.Serialize(new { Type = "git", Url = Repository.BenchmarkCookbooks });
        Run("stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source", source);
    }

    /// <summary>Makes a layer.</summary>
    /// <param name="name">The short name.</param>
    /// <param name="recipes">The recipes of its events, as JSON.</param>
    public void CreateLayer(string name, string recipes = "{}") => Run(
        "layer", "create", name, "--custom-recipes", recipes, "--install-updates-on-boot", "false");

    /// <summary>Makes instances that nobody has started.</summary>
    public void CreateInstances(int count, string layer) => Parallel.For(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        _ => Run("instance", "create", "--layer-ids", layer));

    /// <summary>Runs a command of the tool, and returns its time.</summary>
    public TimeSpan Run(params string[] arguments) => new MeasuredCommand($"csharpchef {arguments[0]}", [binary, .. arguments])
    {
        Environment = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = settings },
    }.Measure().Wall;

    public void Dispose() => Server.Dispose();
}
