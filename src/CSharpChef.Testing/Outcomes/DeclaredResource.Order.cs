namespace CSharpChef.Testing;

// Assertions about the order of the run.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>
    /// Asserts that the first action of the resource ran before the first action of another one. Notified actions run
    /// right behind their sender or at the end. Of several others with one name, each.
    /// </summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It ran after the other one, or one of them did not run.</exception>
    /// <example>
    /// <code>run.Resource&lt;PackageResource&gt;("nginx").ShouldRunBefore&lt;ServiceResource&gt;("nginx");</code>
    /// </example>
    public DeclaredResource<T> ShouldRunBefore<TOther>(string name)
        where TOther : Resource =>
        ShouldRun<TOther>("before", name, (own, other) => own < other);

    /// <summary>As <see cref="ShouldRunBefore{TOther}"/>, the other way round.</summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It ran before the other one, or one of them did not run.</exception>
    public DeclaredResource<T> ShouldRunAfter<TOther>(string name)
        where TOther : Resource =>
        ShouldRun<TOther>("after", name, (own, other) => own > other);

    private DeclaredResource<T> ShouldRun<TOther>(string order, string name, Func<int?, int?, bool> isInOrder)
        where TOther : Resource
    {
        var wrong = ResourceLookup.All<TOther>(run, name).FirstOrDefault(
            other => !isInOrder(PositionOf(Resource), PositionOf(other)));
        return Expect(
            wrong is null,
            () => $"{Name} should run {order} {run.NameOf(wrong!)}, but {Place(Resource)}, and {Place(wrong!)}");
    }

    private int? PositionOf(Resource resource) =>
        run.ActionsInOrder.Select(action => action.Resource).Distinct().Index()
            .Where(each => each.Item == resource).Select(each => (int?)each.Index + 1).FirstOrDefault();

    private string Place(Resource resource) => PositionOf(resource) is { } position
        ? $"{run.ShortNameOf(resource)} is number {position} of the run"
        : $"{run.ShortNameOf(resource)} did not run";
}
