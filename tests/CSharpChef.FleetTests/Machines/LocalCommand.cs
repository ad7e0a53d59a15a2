using System.Diagnostics;

namespace CSharpChef.FleetTests.Machines;

/// <summary>A program run on this machine, and how it ended.</summary>
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

    /// <summary>What it wrote; a test that needed it to succeed fails with what it complained of.</summary>
    public string Expected(string what)
    {
        Assert.True(ExitCode == 0, $"{what} ended with {ExitCode}: {Errors}{Output}");
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
