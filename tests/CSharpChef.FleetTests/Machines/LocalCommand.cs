using System.Diagnostics;

namespace CSharpChef.FleetTests.Machines;

/// <summary>The exit code and the output of a program that was run on this machine.</summary>
internal sealed record LocalCommand(int ExitCode, string Output, string Errors)
{
    public static async Task<LocalCommand> RunAsync(IReadOnlyList<string> command, string input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await WriteAsync(process.StandardInput, input, ct);
            await process.WaitForExitAsync(ct);
            return new LocalCommand(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Fails the test unless the program exited with 0.</summary>
    /// <returns>The standard output of the program.</returns>
    public string ExpectSuccess(string program)
    {
        Assert.True(ExitCode == 0, $"{program} ended with {ExitCode}: {Errors}{Output}");
        return Output;
    }

    private static async Task WriteAsync(StreamWriter writer, string input, CancellationToken ct)
    {
        try
        {
            await writer.WriteAsync(input.AsMemory(), ct);
            writer.Close();
        }
        catch (IOException)
        {
            // The process ended before it read all of the input.
        }
    }
}
