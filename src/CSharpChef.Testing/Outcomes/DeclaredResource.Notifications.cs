namespace CSharpChef.Testing;

// Assertions about the notifications between resources.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>
    /// Asserts that a change of the resource runs an action of another one, by <c>Notifies</c> of this resource or by
    /// <c>SubscribesTo</c> of the other. Of several with one name, any.
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
        var others = ResourceLookup.All<TOther>(run, name);
        return ShouldNotify(
            [Resource], [.. others.Select(action)], timing, $"{Name} should notify {run.ShortNameOf(others[0])}");
    }

    /// <summary>As the other ShouldNotify, for a resource that a cookbook defines.</summary>
    /// <param name="resource">The type and name of the other resource, such as <c>vhost[shop]</c>.</param>
    /// <param name="action">The name of its action, such as <c>create</c>.</param>
    /// <param name="timing">When the action runs. Default null: at any time.</param>
    /// <exception cref="ChefTestException">It does not, or at another time.</exception>
    public DeclaredResource<T> ShouldNotify(string resource, string action, Timing? timing = null)
    {
        var others = ResourceLookup.All<Resource>(run, resource);
        return ShouldNotify(
            [Resource],
            [.. others.Select(other => new ResourceAction(other, action, _ => []))],
            timing,
            $"{Name} should notify {run.ShortNameOf(others[0])}");
    }

    /// <summary>
    /// Asserts that a change of the resource runs no action of another one, nor of any with the same name.
    /// </summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It does.</exception>
    public DeclaredResource<T> ShouldNotNotify<TOther>(string name)
        where TOther : Resource
    {
        var others = ResourceLookup.All<TOther>(run, name);
        return Expect(
            !Resource.Notifications.Any(notification => others.Contains(notification.Action.Resource)),
            () => $"{Name} should not notify {run.ShortNameOf(others[0])}, but {NotificationText.Of(Resource, run)}");
    }

    /// <summary>
    /// Asserts that a change of another resource runs an action of this one, by <c>SubscribesTo</c> of this resource or
    /// by <c>Notifies</c> of the other. Of several with one name, any.
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
        var others = ResourceLookup.All<TOther>(run, name);
        return ShouldNotify(
            others,
            [action(Resource)],
            timing,
            $"{Name} should subscribe to {string.Join(" or ", others.Select(run.NameOf))}, to run");
    }

    private DeclaredResource<T> ShouldNotify(
        IReadOnlyList<Resource> senders, IReadOnlyList<ResourceAction> actions, Timing? timing, string expectation) =>
        Expect(
            senders.SelectMany(sender => sender.Notifications)
                .Any(each => actions.Contains(each.Action) && (timing is null || timing == each.Timing)),
            () => $"{expectation} {NotificationText.Of(actions[0], timing)}, but {string.Join(", and ", senders.Select(sender => NotificationText.Of(sender, run)))}");
}
