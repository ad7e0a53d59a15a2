using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Converge.Results;

/// <summary>The plans that a run has applied, in their order: one for each barrier and one for the rest.</summary>
internal sealed class AppliedPlans
{
    private readonly List<AppliedPlan> plans = [];
    private readonly Dictionary<Resource, int> knownNotifications = [];

    public IReadOnlyList<AppliedPlan> All => plans;

    /// <summary>The actions that these plans notify.</summary>
    public IReadOnlyList<PlannedAction> NotifiedActions =>
        [.. plans.SelectMany(applied => applied.Plan.NotifiedActions)];

    /// <summary>The notified actions that the last plan left to the next one.</summary>
    public IReadOnlyList<ResourceAction> Queued => plans.Count == 0
        ? []
        : [.. plans[^1].Plan.Numbered(plans[^1].Queued)
            .Select(action => new ResourceAction(action.Resource, action.Action, _ => action.Steps))];

    public void Add(AppliedPlan plan) => plans.Add(plan);

    public void ReplaceLast(AppliedPlan plan) => plans[^1] = plan;

    public void Clear()
    {
        plans.Clear();
        knownNotifications.Clear();
    }

    /// <summary>
    /// The notifications that the resources of these plans were given since their plan. They, and those of the
    /// resources of the next plan, are not late again.
    /// </summary>
    public IReadOnlyList<LateNotification> TakeLate(IEnumerable<Resource> next)
    {
        var late = new List<LateNotification>();
        foreach (var (resource, count) in knownNotifications)
        {
            late.AddRange(resource.Notifications.Skip(count).Select(notification => Late(resource, notification)));
        }

        foreach (var resource in knownNotifications.Keys.Concat(next).ToList())
        {
            knownNotifications[resource] = resource.Notifications.Count;
        }

        return late;
    }

    private LateNotification Late(Resource sender, Notification notification) => new(
        notification,
        [.. plans.SelectMany(applied => applied.Plan.Actions).Where(action => action.Resource == sender)
            .Select(action => action.Key).Distinct()],
        plans.Any(applied => applied.Changed.Any(action => action.Resource == sender)));
}
