using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>
/// The notified actions that failed: the next run of their recipe runs them, until one succeeds or the recipe no longer
/// notifies it.
/// </summary>
internal sealed class PendingNotifications
{
    private readonly List<(ActionKey Action, bool Immediate)> entries = [];
    private readonly List<ActionKey> senders = [];

    /// <summary>Adds an action. One that is there and was to run first still runs first.</summary>
    public void Add(PlannedAction action, bool immediate)
    {
        var runsFirst = immediate || entries.Contains((action.Key, true));
        Remove(action);
        entries.Add((action.Key, runsFirst));
    }

    public void Remove(PlannedAction action) => entries.RemoveAll(entry => entry.Action == action.Key);

    /// <summary>Records a change before a barrier: it may notify what is declared behind it.</summary>
    public void Sent(PlannedAction action) => senders.Add(action.Key);

    /// <summary>
    /// The late notifications of a plan whose senders changed, in this run or in one that ended early.
    /// </summary>
    public IEnumerable<LateNotification> Late(ConvergePlan plan) => plan.Late.Where(late =>
        late.IsSent || senders.Exists(sender => late.Senders.Contains(sender)));

    /// <summary>Forgets the changes of recipes whose notifications are all known.</summary>
    public void ForgetSenders(ConvergePlan plan) => senders.RemoveAll(sender => plan.Recipes.Contains(sender.Recipe));

    /// <summary>Forgets what the recipes of a plan do not notify any more.</summary>
    public void Drop(ConvergePlan plan) => entries.RemoveAll(entry =>
        plan.Recipes.Contains(entry.Action.Recipe)
        && !IsKnown(plan, entry.Action)
        && Number(plan, entry.Action) is null);

    /// <summary>The numbers that the pending actions have in a plan.</summary>
    public IReadOnlyList<int> In(ConvergePlan plan, bool immediate) =>
        [.. entries.Where(entry => entry.Immediate == immediate)
            .Where(entry => !IsKnown(plan, entry.Action))
            .Select(entry => Number(plan, entry.Action)).OfType<int>()];

    /// <summary>Whether an earlier plan of the same run has dealt with what was pending of the action.</summary>
    private static bool IsKnown(ConvergePlan plan, ActionKey key) =>
        plan.NotifiedBefore.Any(action => action.Key == key);

    private static int? Number(ConvergePlan plan, ActionKey key) =>
        plan.NotifiedActions.FirstOrDefault(action => action.Key == key)?.Number;
}
