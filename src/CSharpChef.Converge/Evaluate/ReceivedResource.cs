namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// A resource whose code ran in another process: only its values, and what its actions returned there, are known here.
/// </summary>
internal sealed class ReceivedResource(string name) : Resource(name)
{
    private readonly Dictionary<string, ResourceAction> actions = new(StringComparer.Ordinal);

    /// <summary>The names of the actions that run in the order of the plan.</summary>
    public IReadOnlyList<string> Scheduled { get; set; } = [];

    /// <summary>The error of asking for these actions; null when there was none.</summary>
    public string? ScheduledError { get; set; }

    /// <summary>The message for the author about a property without effect; null when there is none.</summary>
    public string? UselessProperty { get; set; }

    internal override string Word => ReceivedWord;

    internal override string? Recipe => ReceivedRecipe;

    internal override bool IsMessage => ReceivedKind.IsMessage;

    internal override bool IsNamedByCommand => ReceivedKind.IsNamedByCommand;

    internal override CommandSurroundings? Surroundings => ReceivedKind.Surroundings;

    public required string ReceivedWord { get; init; }

    public required string? ReceivedRecipe { get; init; }

    /// <summary>What other parts of a run ask about the class of a resource.</summary>
    public (bool IsMessage, bool IsNamedByCommand, CommandSurroundings? Surroundings) ReceivedKind { get; set; }

    /// <summary>An action of this resource, which may become known later.</summary>
    public ResourceAction Action(string action) => actions.TryGetValue(action, out var known)
        ? known
        : actions[action] = new ResourceAction(this, action, _ => Outcomes.TryGetValue(action, out var outcome)
            ? outcome.Steps ?? throw new ReceivedException(outcome.Error!)
            : throw new ReceivedException($"{DeclaredAt}: {this}: the steps of {action} are not known"));

    /// <summary>What the actions returned, by their names.</summary>
    public Dictionary<string, ActionOutcome> Outcomes { get; } = new(StringComparer.Ordinal);

    protected override IEnumerable<ResourceAction> DefaultActions() => ScheduledError is { } error
        ? throw new ReceivedException(error)
        : Scheduled.Select(Action);
}
