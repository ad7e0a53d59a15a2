using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// One command as a program of its own: its output and exit code, whatever a login shell prints around them.
/// </summary>
internal static class RemoteCommand
{
    public static async Task<CommandResult> RunAsync(
        IConnection connection, Elevation elevation, string command, CancellationToken ct)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await using var process = await RemoteShell.StartAsync(connection, elevation, mark, ct);
        using var output = new StreamReader(process.Output);
        using var errors = new StreamReader(process.Error);
        var wrong = errors.ReadToEndAsync(ct);
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(Program(command, mark)), ct);
        await process.Input.DisposeAsync();
        var said = await output.ReadToEndAsync(ct);
        return End(said.Split(mark)) is { } end
            ? end with { Error = await wrong }
            : throw RemoteShell.Explain(elevation, await process.Exit.WaitAsync(ct));
    }

    private static CommandResult? End(string[] parts) => parts is [_, .., var output, var code]
        ? new CommandResult(output[1..], int.Parse(code, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The command is no argument of a process: it may contain a secret.</summary>
    private static string Program(string command, string mark) => $$"""
        { printf '%s\n' "$1"
        sh -c 'eval "$(cat <&9)" 9<&-' </dev/null 9<<'{{mark}}'
        {{command}}
        {{mark}}
        printf '%s %s' "$1" "$?"
        exit; }

        """;
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(string Output, int ExitCode)
{
    public string Error { get; init; } = "";
}
