using System.Runtime.CompilerServices;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>The runs whose journals a host keeps: lists, follows and cancels them.</summary>
internal sealed class RunJournals(IConnection connection, Elevation elevation, string host)
{
    /// <summary>The runs, and what they left pending.</summary>
    public async Task<HostRuns> ListAsync(CancellationToken ct)
    {
        var lines = await RunAsync(JournalProgram.Runs, "", ct);
        return new HostRuns(RunEntry.Parse(lines), PendingEntry.Parse(lines));
    }

    /// <summary>Asks a run to stop after its current step; false when no run of that name is running.</summary>
    public async Task<bool> CancelAsync(RunName name, CancellationToken ct) =>
        (await RunAsync(JournalProgram.Cancel, name.Text, ct)).Contains("cancelled");

    /// <summary>The lines of a run's journal, to its end.</summary>
    public async IAsyncEnumerable<string> FollowAsync(RunName name, [EnumeratorCancellation] CancellationToken ct)
    {
        var token = RunToken.New();
        await using var process = await RemoteShell.StartProgramAsync(
            connection, elevation, JournalProgram.Follow, $"{token} {name} 0", ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line == $"{token} none")
            {
                throw new UsageException($"{host} has no run {name}: csharpchef runs {host} lists the runs");
            }

            if (line == $"{token} over")
            {
                yield break;
            }

            yield return RunToken.Remove(token, line);
        }
    }

    private async Task<IReadOnlyList<string>> RunAsync(string program, string arguments, CancellationToken ct)
    {
        var token = RunToken.New();
        await using var process = await RemoteShell.StartProgramAsync(
            connection, elevation, program, $"{token} {arguments}".TrimEnd(), ct);
        var lines = new List<string>();
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            lines.Add(line);
        }

        return [.. lines.Where(line => line.StartsWith(token + " ", StringComparison.Ordinal))
            .Select(line => RunToken.Remove(token, line))];
    }
}
