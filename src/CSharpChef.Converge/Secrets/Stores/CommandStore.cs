using System.ComponentModel;
using System.Diagnostics;

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
        using var timeout = new CancellationTokenSource(Limit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        using var process = Start(words);
        try
        {
            return await ReadAsync(process, words[0], stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            throw new RecipeException($"{words[0]} did not end within {Limit.TotalSeconds:0} s and was killed");
        }
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

    private static Process Start(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new RecipeException($"cannot run {words[0]}: {new Win32Exception(e.NativeErrorCode).Message}", e);
        }
    }

    private static async Task<string> ReadAsync(Process process, string program, CancellationToken ct)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        var (text, error) = (await output, (await errors).Trim());
        return process.ExitCode == 0
            ? text.TrimEnd('\r', '\n')
            : throw new RecipeException($"{program} ended with exit code {process.ExitCode}{Shown(error)}");
    }

    private static string Shown(string error) => error.Length switch
    {
        0 => " and wrote nothing to its error output",
        > LongestError => $": …{error[^LongestError..]}",
        _ => $": {error}",
    };
}
