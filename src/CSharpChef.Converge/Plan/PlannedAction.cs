namespace CSharpChef.Converge.Plan;

/// <summary>
/// One action of one resource, with all it needs. Numbers name actions, from 1: the program, its result lines and the
/// report speak of actions by number.
/// </summary>
internal sealed record PlannedAction(int Number, Resource Resource, string Action, IReadOnlyList<Step> Steps)
{
    /// <summary>False for an action that runs only when a notification asks for it.</summary>
    public bool OwnTurn { get; init; } = true;

    /// <summary>Nothing of its content, commands and output may be shown.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Actions to run at once when this one changed something, in order, each time.</summary>
    public IReadOnlyList<int> Immediate { get; init; } = [];

    /// <summary>Actions to queue for the end of the run when this one changed something.</summary>
    public IReadOnlyList<int> Delayed { get; init; } = [];

    /// <summary>
    /// Queued actions that are no longer needed when this one changed something: a service that starts has read its
    /// configuration, and a restart does what a reload would.
    /// </summary>
    public IReadOnlyList<int> Settles { get; init; } = [];

    /// <summary>What its change asks for, at once and at the end.</summary>
    public IReadOnlyList<int> Asked => [.. Immediate, .. Delayed];

    public IReadOnlyList<Guard> Guards { get; init; } = Resource.Guards;

    public override string ToString() => $"{Resource} {Action}";
}
