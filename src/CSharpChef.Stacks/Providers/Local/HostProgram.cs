using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>Runs a program of this host to its end. Arguments are a list; no shell reads them.</summary>
internal static class HostProgram
{
    private static readonly string[] Folders =
    [
        "/usr/local/sbin",
        "/usr/local/bin",
        "/usr/sbin",
        "/usr/bin",
        "/sbin",
        "/bin"
    ];

    public static string? Find(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <param name="command">The program and its arguments.</param>
    /// <param name="ct">Kills it.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="line">Told every line of output as it comes.</param>
    public static async Task<ProgramEnd> RunAsync(
        IReadOnlyList<string> command, CancellationToken ct, string input = "", Action<string>? line = null)
    {
        using var process = Start(command);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(ct);
            var output = ReadAsync(process.StandardOutput, line, ct);
            await WriteAsync(process.StandardInput, input, ct);
            await process.WaitForExitAsync(ct);
            return new ProgramEnd(command, process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(Find(command[0]) ?? command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = string.Join(':', Folders);
        start.Environment["LC_ALL"] = "C";
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ProviderException(
                $"Cannot run {command[0]} on this host: {e.Message}. {HostNeeds.Advice([command[0]])}", e);
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? line, CancellationToken ct)
    {
        var all = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } next)
        {
            all.Append(next).Append('\n');
            line?.Invoke(next);
        }

        return all.ToString();
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
            // It ended without reading all of it, and says so by its exit code.
        }
    }
}
