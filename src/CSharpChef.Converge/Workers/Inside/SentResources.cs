using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// Numbers the resources of a run, and sends what the server does not know of them yet: new ones, and those that the
/// recipes have changed since.
/// </summary>
internal sealed class SentResources(ServerPipe pipe, Node node)
{
    private readonly Dictionary<Resource, int> numbers = [];
    private readonly List<Resource> known = [];
    private readonly Dictionary<Resource, string> sent = [];
    private readonly Dictionary<(Resource, string), string> sentActions = [];

    public Resource this[int number] => known[number - 1];

    /// <summary>Sends what has changed.</summary>
    /// <param name="declared">The resources declared since the last barrier.</param>
    /// <param name="isComplete">False when recipes will go on to configure these resources.</param>
    /// <returns>The numbers of these resources.</returns>
    public IReadOnlyList<int> Send(IReadOnlyList<Resource> declared, bool isComplete)
    {
        List<int> declaredNumbers = [.. declared.Select(NumberOf)];
        for (var i = 0; i < known.Count; i++)
        {
            known[i].Notifications.ToList().ForEach(each => NumberOf(each.Action.Resource));
        }

        var notified = known.SelectMany(each => each.Notifications).Select(each => each.Action).ToHashSet();
        var current = declared.ToHashSet();
        for (var i = 0; i < known.Count; i++)
        {
            Send(known[i], notified, current.Contains(known[i]), isComplete);
        }

        return declaredNumbers;
    }

    /// <summary>A resource as a message, with the steps of its actions.</summary>
    public ResourceMessage MessageOf(Resource resource)
    {
        _ = NumberOf(resource);
        var (scheduled, error) = Scheduled(resource);
        return MessageOf(resource, scheduled, error) with { Actions = [.. scheduled.Select(MessageOf)] };
    }

    private int NumberOf(Resource resource)
    {
        if (!numbers.TryGetValue(resource, out var number))
        {
            known.Add(resource);
            numbers[resource] = number = known.Count;
        }

        return number;
    }

    // The steps of a resource of an earlier barrier are asked for again only when a notification may run them again.
    private void Send(Resource resource, HashSet<ResourceAction> notified, bool isCurrent, bool isComplete)
    {
        var (scheduled, error) = Scheduled(resource);
        var message = MessageOf(resource, scheduled, error);
        var isChanged = Remember(sent, resource, pipe.TextOf(message));
        if (!isChanged && !isComplete)
        {
            return;
        }

        var actions = (isCurrent ? scheduled : []).Concat(notified.Where(action => action.Resource == resource))
            .Distinct().Select(MessageOf).ToList();
        var useless = isCurrent ? UselessProperty(resource, actions) : null;
        message = message with
        {
            Actions = [.. actions.Where(action => Remember(
                sentActions, (resource, action.Name), pipe.TextOf(action)))],
            UselessProperty = useless,
        };
        if (isChanged || message.Actions.Count > 0 || useless is not null)
        {
            pipe.Send(new WorkerMessage.Declared(message));
        }
    }

    private static (IReadOnlyList<ResourceAction> Scheduled, string? Error) Scheduled(Resource resource)
    {
        try
        {
            return (ResourceCode.Run(resource, () => resource.Actions), null);
        }
        catch (Exception e)
        {
            return ([], Explained(resource, e));
        }
    }

    private ActionMessage MessageOf(ResourceAction action)
    {
        try
        {
            return new ActionMessage(action.Name, ResourceCode.StepsOf(action, node), null);
        }
        catch (Exception e)
        {
            return new ActionMessage(action.Name, null, Explained(action.Resource, e));
        }
    }

    private static string? UselessProperty(Resource resource, IEnumerable<ActionMessage> actions) =>
        UselessProperties.Problem(resource, [.. actions.SelectMany(action => action.Steps ?? [])]);

    private static string Explained(Resource resource, Exception error) => error is ChefException
        ? error.Message
        : $"{resource.DeclaredAt}: {resource} failed: {error.GetType().Name}: {error.Message}";

    private ResourceMessage MessageOf(Resource resource, IReadOnlyList<ResourceAction> scheduled, string? error) =>
        new(numbers[resource], resource.Word, resource.Name)
        {
            Recipe = resource.Recipe,
            At = resource.DeclaredAt.File is null ? new SourceLocation("", 0) : resource.DeclaredAt,
            IgnoreFailure = resource.IgnoreFailure,
            Retries = resource.Retries,
            RetryDelay = resource.RetryDelay,
            Timeout = resource.Timeout,
            RunAs = resource.RunAs,
            Sensitive = resource.Sensitive,
            IsMessage = resource.IsMessage,
            IsNamedByCommand = resource.IsNamedByCommand,
            Surroundings = resource.Surroundings,
            Guards = resource.Guards,
            Notifications = [.. resource.Notifications.Select(each => new NotificationMessage(
                NumberOf(each.Action.Resource), each.Action.Name, each.Timing))],
            Scheduled = [.. scheduled.Select(action => action.Name)],
            ScheduledError = error,
            Actions = [],
            UselessProperty = null,
        };

    /// <summary>Whether a text differs from the last one.</summary>
    private static bool Remember<T>(Dictionary<T, string> texts, T key, string text)
        where T : notnull
    {
        var isChanged = !texts.TryGetValue(key, out var earlier) || earlier != text;
        texts[key] = text;
        return isChanged;
    }
}
