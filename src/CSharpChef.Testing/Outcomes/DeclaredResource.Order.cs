namespace CSharpChef.Testing;

// Assertions about the order of the run.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>
    /// Asserts that the first action of the resource ran before the first action of another one. Notified actions run
    /// right behind their sender or at the end.
    /// </summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It ran after the other one, or one of them did not run.</exception>
    /// <example>
    /// <code>run.Resource&lt;PackageResource&gt;("nginx").ShouldRunBefore&lt;ServiceResource&gt;("nginx");</code>
    /// </example>
    public DeclaredResource<T> ShouldRunBefore<TOther>(string name)
        where TOther : Resource => ShouldRun("before", Resource, ResourceLookup.Find<TOther>(run, name));

    /// <summary>As <see cref="ShouldRunBefore{TOther}"/>, the other way round.</summary>
    /// <param name="name">The name of the other resource.</param>
    /// <exception cref="ChefTestException">It ran before the other one, or one of them did not run.</exception>
    public DeclaredResource<T> ShouldRunAfter<TOther>(string name)
        where TOther : Resource => ShouldRun("after", ResourceLookup.Find<TOther>(run, name), Resource);

    private DeclaredResource<T> ShouldRun(string order, Resource earlier, Resource later)
    {
        var other = earlier == Resource ? later : earlier;
        var (one, two) = (PositionOf(earlier), PositionOf(later));
        return Expect(
            one is not null && two is not null && one < two,
            () => $"{Name} should run {order} {run.NameOf(other)}, but {Place(Resource)}, and {Place(other)}");
    }

    private int? PositionOf(Resource resource) =>
        run.ActionsInOrder.Select(action => action.Resource).Distinct().Index()
            .Where(each => each.Item == resource).Select(each => (int?)each.Index + 1).FirstOrDefault();

    private string Place(Resource resource) => PositionOf(resource) is { } position
        ? $"{run.ShortNameOf(resource)} is number {position} of the run"
        : $"{run.ShortNameOf(resource)} did not run";
}
