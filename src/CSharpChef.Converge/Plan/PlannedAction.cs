using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// One action of one resource, with its steps and notifications. Actions are numbered from 1; the program, its result
/// lines and the report refer to an action by its number.
/// </summary>
internal sealed record PlannedAction(int Number, Resource Resource, string Action, IReadOnlyList<Step> Steps)
{
    /// <summary>
    /// True when the action runs in the order of the plan. False when it runs only after a notification.
    /// </summary>
    public bool IsScheduled { get; init; } = true;

    /// <summary>True when its content, commands and output must not be shown.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The type and name of the resource as they may be shown.</summary>
    public string ShownName
    {
        get => field ?? RedactedName.Of(Resource, Sensitive, Steps);
        init;
    }

    /// <summary>The actions to run at once after each change of this one, in order.</summary>
    public IReadOnlyList<int> Immediate { get; init; } = [];

    /// <summary>The actions to queue for the end of the run after a change of this one.</summary>
    public IReadOnlyList<int> Delayed { get; init; } = [];

    /// <summary>
    /// The queued actions that a change of this one makes unnecessary: a service that starts reads its configuration,
    /// and a restart includes a reload.
    /// </summary>
    public IReadOnlyList<int> Supersedes { get; init; } = [];

    /// <summary>All actions that a change of this one notifies.</summary>
    public IReadOnlyList<int> Notified => Immediate.Count == 0 ? Delayed : [.. Immediate, .. Delayed];

    /// <summary>What tells the action apart in the notes that a run leaves for later runs.</summary>
    public ActionKey Key => new(
        Resource.Recipe, Resource.Occurrence == 1 ? ToString() : $"{this} {Resource.Occurrence}");

    public IReadOnlyList<Guard> Guards { get; init; } = Resource.Guards;

    /// <summary>The action as it may be shown: when it is sensitive, its guards and content are masked.</summary>
    public PlannedAction Redacted() => Sensitive
        ? this with
        {
            Steps = [.. Steps.Select(step => step.Redacted())],
            Guards = [.. Guards.Select(guard => guard with { Command = Redaction.Mask })],
        }
        : this;

    public override string ToString() => $"{Resource} {Action}";
}
