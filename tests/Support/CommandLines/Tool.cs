using System.Diagnostics;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>
/// Runs the command line as a process in its own folder. That takes time, so few tests use it.
/// </summary>
internal sealed class Tool : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-cli-");

    /// <summary>Environment variables of the process, besides those of the tests.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string PathOf(string below) => Path.Combine(folder, below);

    public Tool With(string below, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(below))!);
        File.WriteAllText(PathOf(below), text);
        return this;
    }

    public Task<CommandOutcome> RunAsync(params string[] arguments) =>
        RunFromAsync(Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), arguments);

    public async Task<CommandOutcome> RunFromAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CSHARPCHEF_STATE"] = PathOf("state");
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandOutcome(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
