namespace CSharpChef.Stacks.Fleet.Turns;

/// <summary>
/// Decides which command gets the next turn: the stacks take part one after another, however many commands each has,
/// and the commands of a stack come in their order. Pure.
/// </summary>
/// <param name="OnServer">How many commands run at once.</param>
/// <param name="OfStacks">How many commands of a stack run at once, for the stacks with a limit of their own.</param>
internal sealed record TurnOrder(int OnServer, IReadOnlyDictionary<string, int> OfStacks)
{
    /// <param name="waiting">The commands that wait, in the order in which they came.</param>
    /// <param name="running">The commands that run.</param>
    /// <param name="recent">The stacks that had turns, that of the last turn at the end.</param>
    /// <returns>Null when none may run now.</returns>
    public RunTurn? Next(
        IReadOnlyCollection<RunTurn> waiting, IReadOnlyCollection<RunTurn> running, List<string> recent) =>
        running.Count >= OnServer ? null : waiting
            .Where(turn => !IsFull(turn.Stack, running))
            .DistinctBy(turn => turn.Stack)
            .MinBy(turn => recent.IndexOf(turn.Stack));

    /// <summary>True when the limit of the stack itself is reached.</summary>
    public bool IsFull(string stack, IReadOnlyCollection<RunTurn> running) =>
        OfStacks.TryGetValue(stack, out var most) && running.Count(turn => turn.Stack == stack) >= most;
}
