namespace CSharpChef.Testing;

// Assertions about the notifications between resources.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>
    /// Asserts that a change of the resource runs an action of another one, by <c>Notifies</c> of this resource or by
    /// <c>SubscribesTo</c> of the other.
    /// </summary>
    /// <param name="name">The name of the other resource.</param>
    /// <param name="action">Its action.</param>
    /// <param name="timing">When the action runs. Default null: at any time.</param>
    /// <exception cref="ChefTestException">It does not, or at another time.</exception>
    /// <example>
    /// <code>
    /// run.Resource&lt;TemplateResource&gt;("/etc/app.conf").ShouldNotify&lt;ServiceResource&gt;("app", s =>
    /// s.Restart);
    /// </code>
    /// </example>
    public DeclaredResource<T> ShouldNotify<TOther>(
        string name, Func<TOther, ResourceAction> action, Timing? timing = null)
        where TOther : Resource
    {
        ArgumentNullException.ThrowIfNull(action);
        var other = ResourceLookup.Find<TOther>(run, name);
        return ShouldNotify(Resource, action(other), timing, $"{Name} should notify {run.ShortNameOf(other)}");
    }

    /// <summary>As the other ShouldNotify, for a resource that a cookbook defines.</summary>
    /// <param name="resource">The type and name of the other resource, such as <c>vhost[shop]</c>.</param>
    /// <param name="action">The name of its action, such as <c>create</c>.</param>
    /// <param name="timing">When the action runs. Default null: at any time.</param>
    /// <exception cref="ChefTestException">It does not, or at another time.</exception>
    public DeclaredResource<T> ShouldNotify(string resource, string action, Timing? timing = null)
    {
        var other = ResourceLookup.Find<Resource>(run, resource);
        var wanted = new ResourceAction(other, action, _ => []);
        return ShouldNotify(Resource, wanted, timing, $"{Name} should notify {run.ShortNameOf(other)}");
    }

    /// <summary>Asserts that a change of the resource runs no action of another one.</summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It does.</exception>
    public DeclaredResource<T> ShouldNotNotify<TOther>(string name)
        where TOther : Resource
    {
        var other = ResourceLookup.Find<TOther>(run, name);
        return Expect(
            !Resource.Notifications.Any(notification => notification.Action.Resource == other),
            () => $"{Name} should not notify {run.ShortNameOf(other)}, but {NotificationText.Of(Resource, run)}");
    }

    /// <summary>
    /// Asserts that a change of another resource runs an action of this one, by <c>SubscribesTo</c> of this resource or
    /// by <c>Notifies</c> of the other.
    /// </summary>
    /// <param name="name">The name of the other resource.</param>
    /// <param name="action">The action of this resource.</param>
    /// <param name="timing">When the action runs. Default null: at any time.</param>
    /// <exception cref="ChefTestException">It does not, or at another time.</exception>
    /// <example>
    /// <code>
    /// run.Resource&lt;ServiceResource&gt;("app").ShouldSubscribeTo&lt;TemplateResource&gt;("/etc/app.conf", s =>
    /// s.Restart);
    /// </code>
    /// </example>
    public DeclaredResource<T> ShouldSubscribeTo<TOther>(
        string name, Func<T, ResourceAction> action, Timing? timing = null)
        where TOther : Resource
    {
        ArgumentNullException.ThrowIfNull(action);
        var other = ResourceLookup.Find<TOther>(run, name);
        return ShouldNotify(other, action(Resource), timing, $"{Name} should subscribe to {run.NameOf(other)}, to run");
    }

    private DeclaredResource<T> ShouldNotify(
        Resource sender, ResourceAction action, Timing? timing, string expectation) =>
        Expect(
            sender.Notifications.Any(each => each.Action.Equals(action) && (timing is null || timing == each.Timing)),
            () => $"{expectation} {NotificationText.Of(action, timing)}, but {NotificationText.Of(sender, run)}");
}
