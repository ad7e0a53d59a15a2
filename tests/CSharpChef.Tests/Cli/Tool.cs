using System.Diagnostics;

namespace CSharpChef.Tests;

/// <summary>The command line as a process of its own, in a folder with cookbooks.</summary>
internal sealed class Tool : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("csharpchef-cli-").FullName;

    public string PathOf(string below) => Path.Combine(folder, below);

    public Tool With(string below, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(below))!);
        File.WriteAllText(PathOf(below), text);
        return this;
    }

    public Tool Recipe(string name, string text) => With($"cookbooks/{name}/recipes/default.csx", text);

    public Task<Ending> RunAsync(params string[] arguments) => RunFromAsync(Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), arguments);

    public async Task<Ending> RunFromAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CSHARPCHEF_STATE"] = PathOf("state");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Ending(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>How a process ended.</summary>
internal sealed record Ending(int Code, string Output, string Error)
{
    public string All => Output + Error;
}
