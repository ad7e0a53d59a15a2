using System.Globalization;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// Runs one command and returns its output and exit code, without what a login shell prints before or after it.
/// </summary>
internal static class RemoteCommand
{
    private const int MostErrors = 64 * 1024;

    /// <param name="shell">The shell of the host.</param>
    /// <param name="elevation">How it was started.</param>
    /// <param name="command">The command.</param>
    /// <param name="mostOutput">The number of characters that it may write to its output.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="InvalidDataException">The command wrote more, and was ended.</exception>
    public static async Task<CommandResult> RunAsync(
        RemoteShell shell, Elevation elevation, string command, int mostOutput, CancellationToken ct)
    {
        var mark = RunToken.New();
        await using var process = await shell.StartAsync(Program(command, mark), mark, "", ct);
        using var output = new StreamReader(process.Output);
        using var error = new StreamReader(process.Error);
        var errors = LimitedText.ReadFirstLinesAsync(error, MostErrors, ct);
        await process.Input.DisposeAsync();
        var text = await LimitedText.ReadAsync(output, mostOutput, ct);
        return Parse(text.Split(mark)) is { } result
            ? result with { Error = await errors }
            : throw RemoteShell.Explain(
                elevation, isPastLogin: true, await process.Exit.WaitAsync(ct), Excerpt.Of(await errors));
    }

    private static CommandResult? Parse(string[] parts) => parts is [_, .., var output, var code]
        ? new CommandResult(output[1..], int.Parse(code, CultureInfo.InvariantCulture))
        : null;

    // The command is never the argument of a process: it may contain a secret.
    private static string Program(string command, string mark) => $$"""
        { printf '%s\n' "$1"
        sh -c 'eval "$(cat <&9)" 9<&-' </dev/null 9<<'{{mark}}'
        {{command}}
        {{mark}}
        printf '%s %s' "$1" "$?"
        exit; }

        """;
}

/// <summary>The output and exit code of a command.</summary>
internal sealed record CommandResult(string Output, int ExitCode)
{
    public string Error { get; init; } = "";
}
