using System.Diagnostics;

namespace CSharpChef.Tests.Editors;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Returns what it prints; fails when its exit code is not 0.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="variables">Environment variables, besides those of the tests.</param>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string folder, string input = "",
        IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var ct = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with exit code {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }
}
