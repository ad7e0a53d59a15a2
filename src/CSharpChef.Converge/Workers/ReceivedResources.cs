using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers;

/// <summary>The resources that a worker has sent. Numbers that it did not send are refused.</summary>
internal sealed class ReceivedResources
{
    private readonly Dictionary<int, ReceivedResource> resources = [];
    private readonly Dictionary<int, ResourceMessage> changed = [];
    private readonly Occurrences occurrences = new();

    public void Add(ResourceMessage message) => changed[message.Number] = message;

    /// <summary>Notes what the worker has sent since the last call.</summary>
    /// <exception cref="ProtocolException">It contradicts itself.</exception>
    public void Update()
    {
        foreach (var (number, message) in changed)
        {
            var resource = resources.TryGetValue(number, out var known) ? known : resources[number] = New(message);
            Require(resource.ReceivedWord == message.Word && resource.Recipe == message.Recipe, "changed a resource");
            SetValues(resource, message);
        }

        foreach (var (number, message) in changed)
        {
            AddNotifications(resources[number], message.Notifications);
        }

        changed.Clear();
    }

    /// <summary>The resources with these numbers.</summary>
    public IReadOnlyList<ReceivedResource> Of(IReadOnlyList<int> numbers) => [.. numbers.Select(Of)];

    /// <summary>The resources with these numbers, which will not be declared again.</summary>
    public IReadOnlyList<ReceivedResource> Take(IReadOnlyList<int> numbers)
    {
        var taken = Of(numbers);
        occurrences.Count(taken);
        return taken;
    }

    /// <summary>The number of a resource.</summary>
    public int NumberOf(Resource resource) => resources.First(each => each.Value == resource).Key;

    private ReceivedResource Of(int number) => resources.TryGetValue(number, out var resource)
        ? resource
        : throw new ProtocolException($"named a resource, {number}, that it did not declare");

    private static ReceivedResource New(ResourceMessage message) => new(message.Name)
    {
        ReceivedWord = message.Word.Length is > 0 and <= 200 && message.Word.All(IsOfWord)
            ? message.Word
            : throw new ProtocolException("declared a resource without a proper word"),
        ReceivedRecipe = message.Recipe,
        DeclaredAt = message.At,
    };

    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';

    private static void SetValues(ReceivedResource resource, ResourceMessage message)
    {
        resource.Name = message.Name;
        resource.IgnoreFailure = message.IgnoreFailure;
        resource.Retries = message.Retries;
        resource.RetryDelay = message.RetryDelay;
        resource.Timeout = message.Timeout;
        resource.RunAs = message.RunAs;
        resource.Sensitive = message.Sensitive;
        resource.ReceivedKind = (message.IsMessage, message.IsNamedByCommand, Valid(message.Surroundings));
        resource.Scheduled = message.Scheduled;
        resource.ScheduledError = message.ScheduledError;
        resource.UselessProperty = message.UselessProperty;
        AddGuards(resource, message.Guards);
        foreach (var action in message.Actions)
        {
            Require(action.Steps is null != action.Error is null, "sent an action without steps");
            Require(action.Steps?.All(step => step is not null) != false, "sent an empty step");
            resource.Outcomes[action.Name] = new ActionOutcome(action.Steps, action.Error);
        }
    }

    private static void AddGuards(ReceivedResource resource, IReadOnlyList<Guard> guards)
    {
        Require(guards.All(guard => !string.IsNullOrWhiteSpace(guard?.Command)), "sent an empty guard");
        foreach (var guard in guards.Skip(resource.Guards.Count))
        {
            if (guard.MustSucceed)
            {
                resource.OnlyIf(guard.Command);
            }
            else
            {
                resource.NotIf(guard.Command);
            }
        }
    }

    private void AddNotifications(ReceivedResource resource, IReadOnlyList<NotificationMessage> notifications)
    {
        foreach (var notification in notifications.Skip(resource.Notifications.Count))
        {
            Require(notification is not null, "sent an empty notification");
            resource.Notifies(Of(notification!.Resource).Action(notification.Action), notification.Timing);
        }
    }

    // The steps of the command have the same, and the error of the planner names it.
    private static CommandSurroundings? Valid(CommandSurroundings? around)
    {
        try
        {
            if (around is not null)
            {
                new CommandStep("guard", "true")
                {
                    Cwd = around.Cwd,
                    Umask = around.Umask,
                    Environment = around.Environment,
                }.Validate();
            }

            return around;
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ProtocolException(otherwise);
        }
    }
}
