namespace CSharpChef.Testing;

// Assertions about the actions of a resource and what they did.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>
    /// Asserts that an action belongs to those that run without a notification: the default ones, or those that the
    /// recipe chose by <c>Do</c>.
    /// </summary>
    /// <exception cref="ChefTestException">It does not.</exception>
    /// <example><code>run.Resource&lt;PackageResource&gt;("telnet").ShouldDo(p => p.Purge);</code></example>
    public DeclaredResource<T> ShouldDo(Func<T, ResourceAction> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return ShouldDo(action(Resource).Name);
    }

    /// <summary>As <see cref="ShouldDo(Func{T, ResourceAction})"/>, by the name of the action.</summary>
    /// <exception cref="ChefTestException">It does not run by itself.</exception>
    /// <example><code>run.Resource&lt;Resource&gt;("vhost[shop]").ShouldDo("create");</code></example>
    public DeclaredResource<T> ShouldDo(string action) => Expect(
        ActionNames().Contains(action), () => $"{Name} should do {action}, but does {Listed(ActionNames())}");

    /// <summary>Asserts that the resource acts only when it is notified.</summary>
    /// <exception cref="ChefTestException">It has an action that runs by itself.</exception>
    public DeclaredResource<T> ShouldDoNothing() => Expect(
        ActionNames().Count == 0, () => $"{Name} should act only when it is notified, but does {Listed(ActionNames())}");

    /// <summary>Asserts that an action ran, by itself or by a notification.</summary>
    /// <exception cref="ChefTestException">It did not.</exception>
    /// <example><code>run.Resource&lt;ServiceResource&gt;("nginx").ShouldHaveRun(s => s.Reload);</code></example>
    public DeclaredResource<T> ShouldHaveRun(Func<T, ResourceAction> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var ran = run.ActionsInOrder.Where(each => each.Resource == Resource).Select(each => each.Action).ToList();
        var name = action(Resource).Name;
        return Expect(ran.Contains(name), () => $"{Name} should have run {name}, but ran {Listed(ran)}");
    }

    /// <summary>Asserts that the resource changed something, or would in a plan.</summary>
    /// <exception cref="ChefTestException">It did not.</exception>
    public DeclaredResource<T> ShouldHaveChanged() => ShouldBe(ResourceStatus.Changed);

    /// <summary>Asserts that the resource was in the desired state already.</summary>
    /// <exception cref="ChefTestException">It was not.</exception>
    public DeclaredResource<T> ShouldBeUnchanged() => ShouldBe(ResourceStatus.Unchanged);

    /// <summary>Asserts that a guard prevented the resource, or that nothing notified it.</summary>
    /// <exception cref="ChefTestException">It acted.</exception>
    public DeclaredResource<T> ShouldBeSkipped() => ShouldBe(ResourceStatus.Skipped);

    /// <summary>
    /// Asserts that the resource failed, with a reason that contains a text. The run needs
    /// <see cref="ChefTest.AllowFailure"/>.
    /// </summary>
    /// <exception cref="ChefTestException">It did not fail, or for another reason.</exception>
    public DeclaredResource<T> ShouldHaveFailed(string reason = "")
    {
        ShouldBe(ResourceStatus.Failed);
        return Expect(
            Outcome.Reason?.Contains(reason, StringComparison.Ordinal) == true,
            () => $"{Name} should have failed by \"{reason}\", but failed by \"{Outcome.Reason}\"");
    }

    private DeclaredResource<T> ShouldBe(ResourceStatus status) => Expect(
        Outcome.Status == status,
        () => $"{Name} should be {ResourceOutcome.Text(status)}, but is {ResourceOutcome.Text(Outcome.Status)}{Details(Outcome)}");

    private List<string> ActionNames() => [.. Resource.Actions.Select(action => action.Name)];

    private static string Details(ResourceOutcome outcome)
    {
        var details = string.Join(", ", outcome.Changes.Append(outcome.Reason).OfType<string>());
        return details.Length == 0 ? "" : $" ({details})";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 0 ? "nothing" : string.Join(", ", names);
}
