using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>Runs one command on many hosts.</summary>
internal static class CommandRun
{
    /// <param name="targets">The hosts.</param>
    /// <param name="session">How to reach them.</param>
    /// <param name="command">Makes the text for the shell of a host.</param>
    /// <param name="forks">Hosts at once.</param>
    /// <param name="events">Called when a host begins, runs the command and ends.</param>
    /// <param name="ct">Ends the wait for commands that have not ended.</param>
    public static async Task<IReadOnlyList<HostCommandResult>> RunAsync(
        IReadOnlyList<Target> targets, SessionOptions session, Func<Target, string> command, int forks,
        RunEvents events, CancellationToken ct)
    {
        var results = new HostCommandResult[targets.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = forks };
        await Parallel.ForEachAsync(Enumerable.Range(0, targets.Count), parallel, async (i, _) =>
            results[i] = await events.AroundAsync(
                targets[i],
                () => TryAsync(targets[i], session, command(targets[i]), events, ct),
                result => result.Error is null && result.ExitCode == 0));
        return results;
    }

    /// <summary>The same options for a command that uses sudo only where they say so.</summary>
    public static SessionOptions WithoutSudo(SessionOptions session) =>
        session.Sudo == SudoUse.Always ? session : session with { Sudo = SudoUse.Never };

    private static async Task<HostCommandResult> TryAsync(
        Target target, SessionOptions options, string command, RunEvents events, CancellationToken ct)
    {
        try
        {
            await using var session = new RealNodeSession(target, options, ConvergeMode.Converge, ct);
            await session.ConnectAsync(ct);
            events.Note(target, "runs the command");
            return await session.RunCommandAsync(command, ct);
        }
        catch (ChefException e)
        {
            return new HostCommandResult(target.Name, null, "") { Error = e };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new HostCommandResult(target.Name, null, "")
            {
                Error = new ConvergeException(
                    "cancelled: the command did not end before; if it had started, it may still be running on the machine"),
            };
        }
    }
}
