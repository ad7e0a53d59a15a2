using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>Runs csharpchef as a process, with a cache folder for this test only.</summary>
internal sealed class Tool : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-tool-");

    public string Cache => folder;

    public Dictionary<string, string> Variables { get; } = [];

    public Task<LocalCommand> RunAsync(CancellationToken ct, params string[] arguments)
    {
        var variables = Variables.Append(new("XDG_CACHE_HOME", folder))
            .Select(variable => $"{variable.Key}={variable.Value}");
        var words = arguments[0] == "show" ? 2 : 1;
        string[] verb = [.. arguments[..words], "--ssh-config", Fleet.SshConfig, .. arguments[words..]];
        return LocalCommand.RunAsync(
            ["env", .. variables, "dotnet", Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), .. verb], "", ct);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
