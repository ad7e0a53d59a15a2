using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Secrets.Stores;

/// <summary>
/// <c>command:PROGRAM ARGUMENTS</c>: the output of a program of this machine, without the line ends at its end. No
/// shell runs it. An error has what the program wrote to its error output, and nothing of its output.
/// </summary>
internal sealed class CommandStore(TimeProvider clock) : ISecretStore
{
    private const int LongestError = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async Task<string> ReadAsync(string place, CancellationToken ct)
    {
        var words = Words(place);
        var end = await RunAsync(words, ct);
        return end.ExitCode == 0
            ? end.Output.TrimEnd('\r', '\n')
            : throw new RecipeException($"{words[0]} ended with exit code {end.ExitCode}{Shown(end.Errors.Trim())}");
    }

    private static IReadOnlyList<string> Words(string command)
    {
        try
        {
            return CommandWords.Split(command) is { Count: > 0 } words
                ? words
                : throw new FormatException("it names no program");
        }
        catch (FormatException e)
        {
            throw new RecipeException($"the command cannot be run: {e.Message}", e);
        }
    }

    private async Task<ProgramResult> RunAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return await new LimitedProgram(start, Limit, clock).RunAsync("", ct);
        }
        catch (Win32Exception e)
        {
            throw new RecipeException($"cannot run {words[0]}: {new Win32Exception(e.NativeErrorCode).Message}", e);
        }
        catch (Exception e) when (e is TimeoutException or InvalidDataException)
        {
            throw new RecipeException($"{words[0]} {e.Message}", e);
        }
    }

    private static string Shown(string error) => error.Length switch
    {
        0 => " and wrote nothing to its error output",
        > LongestError => $": …{error[^LongestError..]}",
        _ => $": {error}",
    };
}
