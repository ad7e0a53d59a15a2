using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>One command on many machines.</summary>
internal static class CommandRun
{
    /// <param name="targets">The machines.</param>
    /// <param name="session">How to reach them; sudo is used only where it asks for it.</param>
    /// <param name="command">For the machine's shell.</param>
    /// <param name="forks">How many at once.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="asRoot">As root where a run would be.</param>
    public static async Task<IReadOnlyList<CommandAnswer>> RunAsync(
        IReadOnlyList<Target> targets, SessionOptions session, string command, int forks, CancellationToken ct,
        bool asRoot = false)
    {
        var answers = new CommandAnswer[targets.Count];
        var own = session with { Sudo = session.Sudo == SudoUse.Always ? SudoUse.Always : SudoUse.Never };
        var options = new ParallelOptions { MaxDegreeOfParallelism = forks, CancellationToken = ct };
        await Parallel.ForEachAsync(Enumerable.Range(0, targets.Count), options, async (i, token) =>
            answers[i] = await TryAsync(targets[i], asRoot ? session : own, command, token));
        return answers;
    }

    private static async Task<CommandAnswer> TryAsync(
        Target target, SessionOptions session, string command, CancellationToken ct)
    {
        try
        {
            await using var link = new RealNodeSession(target, session, ConvergeMode.Converge, ct);
            return await link.RunCommandAsync(command, ct);
        }
        catch (ChefException e)
        {
            return new CommandAnswer(target.Name, null, "") { Error = e };
        }
    }
}

/// <summary>What a command wrote on one machine, both streams together, and how it ended.</summary>
internal sealed record CommandAnswer(string Host, int? ExitCode, string Output)
{
    public ChefException? Error { get; init; }
}
