using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Makes a plan of the declared resources: numbers their actions, resolves notifications, batches package installs, and
/// refuses invalid and contradicting steps. Pure.
/// </summary>
internal static class Planner
{
    /// <param name="resources">The resources declared since the last barrier.</param>
    /// <param name="node">The node that the plan is for.</param>
    /// <param name="pending">The actions queued before the last barrier.</param>
    /// <param name="final">False when a barrier follows.</param>
    /// <exception cref="RecipeException">A step is invalid, or the plan contradicts itself.</exception>
    public static ConvergePlan Plan(
        ResourceCollection resources, Node node, IReadOnlyList<ResourceAction> pending, bool final)
    {
        try
        {
            var plan = Resolved(resources, node, pending) with
            {
                Final = final,
                Declared = resources.Resources,
                Recipes = final ? resources.Recipes : [],
                Published = resources.Published,
                Secrets = resources.Secrets.All,
            };
            Contradictions.Refuse(plan);
            foreach (var resource in resources.Resources)
            {
                UselessProperties.Refuse(resource, [.. plan.Actions
                    .Where(action => action.Resource == resource).SelectMany(action => action.Steps)]);
            }

            return plan;
        }
        catch (RecipeException e)
        {
            throw new RecipeException(resources.Secrets.Masked(e.Message));
        }
    }

    private static ConvergePlan Resolved(
        ResourceCollection resources, Node node, IReadOnlyList<ResourceAction> pending)
    {
        var numbers = Numbered(resources, pending);
        var scheduled = resources.Resources.SelectMany(Scheduled).ToHashSet();
        var actions = SupersededActions
            .Resolve([.. numbers.Keys.Select(action => Planned(action, resources.Secrets, node, numbers) with
            {
                IsScheduled = scheduled.Contains(action),
            })])
            .ToList();
        return new ConvergePlan(actions)
        {
            PackageBatches = PackageBatches.Find(actions),
            Pending = NumbersOf(pending, numbers),
            Late = [.. resources.Late.Select(late => late with { Number = numbers[late.Notification.Action] })],
        };
    }

    private static List<int> NumbersOf(
        IReadOnlyList<ResourceAction> actions, Dictionary<ResourceAction, int> numbers)
    {
        var found = new List<int>(actions.Count);
        foreach (var action in actions)
        {
            found.Add(numbers[action]);
        }

        return found;
    }

    /// <summary>Numbers the scheduled actions in order, then those that only notifications name.</summary>
    private static Dictionary<ResourceAction, int> Numbered(
        ResourceCollection resources, IReadOnlyList<ResourceAction> pending)
    {
        var numbers = new Dictionary<ResourceAction, int>();
        foreach (var action in resources.Resources.SelectMany(Scheduled))
        {
            numbers.TryAdd(action, numbers.Count + 1);
        }

        var notified = new Queue<ResourceAction>(resources.Resources.SelectMany(Notified)
            .Concat(pending)
            .Concat(resources.Late.Select(late => late.Notification.Action)));
        while (notified.TryDequeue(out var action))
        {
            if (numbers.TryAdd(action, numbers.Count + 1))
            {
                Notified(action.Resource).ToList().ForEach(notified.Enqueue);
            }
        }

        return numbers;
    }

    private static IReadOnlyList<ResourceAction> Scheduled(Resource resource) =>
        ResourceCode.Run(resource, () => resource.Actions);

    private static IEnumerable<ResourceAction> Notified(Resource resource) =>
        resource.Notifications.Select(notification => notification.Action);

    private static PlannedAction Planned(
        ResourceAction action, SecretTexts secrets, Node node, Dictionary<ResourceAction, int> numbers)
    {
        var declared = ResourceCode.StepsOf(action, node);
        var isSensitive = action.Resource.Sensitive || HasSecret(action.Resource, declared, secrets);
        var steps = ResourceCode.Run(action.Resource, () => Lowered(declared, node, isSensitive));
        return new PlannedAction(numbers[action], action.Resource, action.Name, steps)
        {
            Sensitive = isSensitive,
            ShownName = secrets.Masked(RedactedName.Of(action.Resource, isSensitive, steps)),
            Immediate = Notified(action.Resource, Timing.Immediately, numbers),
            Delayed = Notified(action.Resource, Timing.Delayed, numbers),
        };
    }

    private static bool HasSecret(Resource resource, IReadOnlyList<Step> steps, SecretTexts secrets) =>
        secrets.IsIn(resource.Name)
        || resource.Guards.Any(guard => secrets.IsIn(guard.Command))
        || steps.Any(step => step.Texts.Any(secrets.IsIn));

    private static List<int> Notified(Resource resource, Timing timing, Dictionary<ResourceAction, int> numbers)
    {
        var notified = new List<int>();
        foreach (var notification in resource.Notifications)
        {
            if (notification.Timing == timing && !notified.Contains(numbers[notification.Action]))
            {
                notified.Add(numbers[notification.Action]);
            }
        }

        return notified;
    }

    private static List<Step> Lowered(IReadOnlyList<Step> steps, Node node, bool isSensitive) =>
        [.. steps.SelectMany(step => step is CronStep entry ? CronEntry.StepsFor(entry, node, isSensitive) : [step])];
}
