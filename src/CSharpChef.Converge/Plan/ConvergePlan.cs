namespace CSharpChef.Converge.Plan;

/// <summary>
/// What a run will do on one node. Actions stand in order; those with their own turn run in it. Then queued
/// notifications run, in the order first raised, each at most once while pending and twice in all, also after a
/// failure.
/// </summary>
internal sealed record ConvergePlan(IReadOnlyList<PlannedAction> Actions)
{
    /// <summary>Runs of neighbouring package installs that become one transaction, as numbers of actions.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Together { get; init; } = [];

    /// <summary>Actions queued by an earlier program of the same run.</summary>
    public IReadOnlyList<int> Owed { get; init; } = [];

    /// <summary>False when a barrier ends it: what is queued then goes over to the next program.</summary>
    public bool Final { get; init; } = true;

    /// <summary>Texts that no journal may keep.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    public PlannedAction this[int number] => Actions[number - 1];
}
