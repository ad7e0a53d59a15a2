using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>Runs a program of this host and waits for its end. No shell interprets the arguments.</summary>
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

    public static Task<ProgramEnd> RunAsync(IReadOnlyList<string> command, CancellationToken ct) =>
        RunAsync(command, "", null, ct);

    /// <param name="command">The program and its arguments.</param>
    /// <param name="input">The program's standard input.</param>
    /// <param name="line">Called with every line of output as soon as it is complete.</param>
    /// <param name="ct">Kills the program.</param>
    public static async Task<ProgramEnd> RunAsync(
        IReadOnlyList<string> command, string input, Action<string>? line, CancellationToken ct)
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
                $"Cannot run {command[0]} on this host: {Reason.Of(e)} {HostNeeds.Advice([command[0]])}", e);
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
            // The program ended before it had read its whole input; its exit code says why.
        }
    }
}
