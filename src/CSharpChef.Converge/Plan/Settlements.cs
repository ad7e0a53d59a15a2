namespace CSharpChef.Converge;

/// <summary>Which queued actions an action makes needless: those that only restart or reload a service it starts or restarts.</summary>
internal sealed class Settlements
{
    private readonly ILookup<Resource, ResourceAction> actions;

    private Settlements(ILookup<Resource, ResourceAction> actions) => this.actions = actions;

    public static Settlements Of(IEnumerable<ResourceAction> actions) => new(actions
        .Where(action => action.Resource is ServiceResource)
        .ToLookup(action => action.Resource));

    public IEnumerable<ResourceAction> By(ResourceAction action) => action is { Resource: ServiceResource, Name: "start" or "restart" }
        ? actions[action.Resource].Where(other => other.Name is "restart" or "reload" && !other.Equals(action))
        : [];
}
