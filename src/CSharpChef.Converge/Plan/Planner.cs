using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Makes the plan of what recipes declared: numbers actions, resolves notifications, joins package installs, and
/// refuses what cannot be right. Pure.
/// </summary>
internal static class Planner
{
    /// <param name="resources">What was declared since the last barrier.</param>
    /// <param name="node">The machine.</param>
    /// <param name="owed">Notifications raised before the last barrier.</param>
    /// <param name="final">False when a barrier follows.</param>
    public static ConvergePlan Plan(
        ResourceCollection resources, Node node, IReadOnlyList<ResourceAction> owed, bool final)
    {
        var numbers = Numbered(resources, owed);
        var own = resources.Resources.SelectMany(resource => resource.Actions).ToHashSet();
        var actions = Settlements
            .Resolved([.. numbers.Keys.Select(action => Planned(action, resources.Secrets, node, numbers, own))])
            .ToList();
        var plan = new ConvergePlan(actions)
        {
            Together = PackageGroups.Of(actions),
            Owed = [.. owed.Select(action => numbers[action])],
            Final = final,
            Secrets = resources.Secrets.All,
        };
        Contradictions.Refuse(plan);
        return plan;
    }

    /// <summary>Actions with a turn of their own first, in order; then those that only notifications name.</summary>
    private static Dictionary<ResourceAction, int> Numbered(
        ResourceCollection resources, IReadOnlyList<ResourceAction> owed)
    {
        var numbers = new Dictionary<ResourceAction, int>();
        foreach (var action in resources.Resources.SelectMany(resource => resource.Actions))
        {
            numbers.TryAdd(action, numbers.Count + 1);
        }

        var asked = new Queue<ResourceAction>(resources.Resources.SelectMany(Notified).Concat(owed));
        while (asked.TryDequeue(out var action))
        {
            if (numbers.TryAdd(action, numbers.Count + 1))
            {
                Notified(action.Resource).ToList().ForEach(asked.Enqueue);
            }
        }

        return numbers;
    }

    private static IEnumerable<ResourceAction> Notified(Resource resource) =>
        resource.Notifications.Select(notification => notification.Action);

    private static PlannedAction Planned(
        ResourceAction action, SecretTexts secrets, Node node, Dictionary<ResourceAction, int> numbers, HashSet<ResourceAction> own)
    {
        var steps = Steps(action, node);
        return new PlannedAction(numbers[action], action.Resource, action.Name, steps)
        {
            OwnTurn = own.Contains(action),
            Sensitive = action.Resource.Sensitive || SecretSteps.In(steps, action.Resource, secrets),
            Immediate = Asked(action.Resource, Timing.Immediately, numbers),
            Delayed = Asked(action.Resource, Timing.Delayed, numbers),
        };
    }

    private static IReadOnlyList<int> Asked(Resource resource, Timing timing, Dictionary<ResourceAction, int> numbers)
    {
        var asked = new List<int>();
        foreach (var notification in resource.Notifications)
        {
            if (notification.Timing == timing && !asked.Contains(numbers[notification.Action]))
            {
                asked.Add(numbers[notification.Action]);
            }
        }

        return asked;
    }

    private static IReadOnlyList<Step> Steps(ResourceAction action, Node node)
    {
        try
        {
            var steps = action.Steps(node)
                .Select(step => step is CronStep cron ? CronEntry.Lowered(cron, node) : step)
                .ToList();
            steps.ForEach(StepRules.Check);
            return steps;
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{action.Resource.DeclaredAt}: {action.Resource}: {e.Message}", e);
        }
    }
}
