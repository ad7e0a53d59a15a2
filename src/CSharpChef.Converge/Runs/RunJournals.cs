using System.Runtime.CompilerServices;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>The runs whose journals a host keeps: lists, follows and cancels them.</summary>
/// <param name="shell">The shell of the host.</param>
/// <param name="host">The name of the host.</param>
/// <param name="listCommand">The command that lists the runs, for messages.</param>
internal sealed class RunJournals(RemoteShell shell, string host, string listCommand)
{
    /// <summary>The runs, and what they left pending.</summary>
    public async Task<HostRuns> ListAsync(CancellationToken ct)
    {
        var lines = await RunAsync(JournalProgram.Runs, "", ct);
        return new HostRuns(RunEntry.Parse(lines), PendingEntry.Parse(lines));
    }

    /// <summary>
    /// Asks a run to stop after its current step; ends it at once when it still waits for another run.
    /// </summary>
    public async Task<CancelAnswer> CancelAsync(RunName name, CancellationToken ct)
    {
        var lines = await RunAsync(JournalProgram.Cancel, name.Text, ct);
        return lines.Contains("cancelled") ? CancelAnswer.Ending
            : lines.Contains("withdrawn") ? CancelAnswer.Withdrawn
            : CancelAnswer.NotRunning;
    }

    /// <summary>The lines of a run's journal, to its end.</summary>
    public async IAsyncEnumerable<string> FollowAsync(RunName name, [EnumeratorCancellation] CancellationToken ct)
    {
        var token = RunToken.New();
        await using var process = await shell.StartAsync(JournalProgram.Follow, token, $"{name} 0", ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line == $"{token} none")
            {
                throw new UsageException($"{host} has no run {name}: {listCommand} lists the runs");
            }

            if (line == $"{token} over")
            {
                yield break;
            }

            if (line != $"{token} reading")
            {
                yield return RunToken.Remove(token, line);
            }
        }
    }

    private async Task<IReadOnlyList<string>> RunAsync(string program, string arguments, CancellationToken ct)
    {
        var token = RunToken.New();
        await using var process = await shell.StartAsync(program, token, arguments, ct);
        var lines = new List<string>();
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            lines.Add(line);
        }

        return [.. lines.Where(line => line.StartsWith(token + " ", StringComparison.Ordinal))
            .Select(line => RunToken.Remove(token, line))];
    }
}

internal enum CancelAnswer
{
    /// <summary>No run of that name is running.</summary>
    NotRunning,

    /// <summary>The run ends after its current step.</summary>
    Ending,

    /// <summary>The run waited for another one, and has ended without a step.</summary>
    Withdrawn,
}
