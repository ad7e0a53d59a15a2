using System.Diagnostics;

namespace CSharpChef.FleetTests.Machines;

/// <summary>The result of a program that ran on this machine.</summary>
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

    /// <summary>Returns the output of a program that must succeed; otherwise the test fails with its errors.</summary>
    public string RequireSuccess(string what)
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
