using System.Globalization;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// Runs one command and returns its output and exit code, without what a login shell prints before or after it.
/// </summary>
internal static class RemoteCommand
{
    public static async Task<CommandResult> RunAsync(
        RemoteShell shell, Elevation elevation, string command, CancellationToken ct)
    {
        var mark = RunToken.New();
        await using var process = await shell.StartAsync(Program(command, mark), mark, "", ct);
        using var output = new StreamReader(process.Output);
        using var error = new StreamReader(process.Error);
        var errors = error.ReadToEndAsync(ct);
        await process.Input.DisposeAsync();
        return Parse((await output.ReadToEndAsync(ct)).Split(mark)) is { } result
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
