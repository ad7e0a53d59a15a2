namespace CSharpChef.Testing;

/// <summary>The result of a run: the node after it, and the outcome of each resource.</summary>
/// <example>
/// <code>
/// var run = await ChefTest.Converge("web::default", FakeNode.Debian12());
/// run.Node.File("/etc/motd").ShouldContain("Welcome");
/// run.Resource("service[nginx]").Changes // "enable", "start"
/// await run.ShouldBeIdempotent();
/// </code>
/// </example>
public sealed partial class ConvergeOutcome
{
    private readonly RunRecord record;
    private readonly Func<CancellationToken, Task<ConvergeOutcome>> again;

    /// <param name="node">The node after the run.</param>
    /// <param name="record">The plans of the run with their results.</param>
    /// <param name="again">Repeats the run on the same node.</param>
    internal ConvergeOutcome(
        FakeNode node, RunRecord record, Func<CancellationToken, Task<ConvergeOutcome>> again)
    {
        Node = node;
        this.record = record;
        this.again = again;
    }

    /// <summary>The node after the run.</summary>
    public FakeNode Node { get; }

    /// <summary>The outcome of each resource, in the order of declaration.</summary>
    public IReadOnlyList<ResourceOutcome> Resources => record.Outcomes;

    /// <summary>
    /// Why a plan ended before its recipe did: a query that needs what would change before it. Null when the whole
    /// recipe was evaluated.
    /// </summary>
    public string? UnaskedQuery { get; internal init; }

    /// <summary>What the recipe published for the other instances of its stack, by name.</summary>
    /// <example><code>Assert.Equal("5433", run.Published["port"]);</code></example>
    public IReadOnlyDictionary<string, string> Published { get; internal init; } = new Dictionary<string, string>();

    /// <summary>The number of resources that changed, or that would change in a plan.</summary>
    public int Changed => Resources.Count(resource => resource.Status == ResourceStatus.Changed);

    /// <summary>The resource of this type and name, such as <c>file[/etc/motd]</c>.</summary>
    /// <exception cref="ChefTestException">The run has no such resource, or more than one.</exception>
    public ResourceOutcome Resource(string resource) =>
        Resources.Index().Where(each => each.Item.Resource == resource).ToList() switch
        {
            [var (_, only)] => only,
            [] => throw Failure(
                $"the run has no {resource}{Nearest.Question(resource, Resources.Select(each => each.Resource))}; it has:\n{Lines(Resources)}"),
            var several => throw Failure(
                $"the run has {several.Count} of {resource}: choose one by its number:{string.Concat(several.Select(each => Place(each.Index)))}"),
        };

    /// <summary>
    /// Asserts that no resource failed, not even one with <c>IgnoreFailure</c>. Without it, a run fails its test only
    /// by resources that do not ignore their failure.
    /// </summary>
    /// <exception cref="ChefTestException">A resource did.</exception>
    public ConvergeOutcome ShouldSucceed() => Expect(
        Resources.Where(resource => resource.Status == ResourceStatus.Failed), "no resource should fail");

    /// <summary>Asserts that no resource changed or failed.</summary>
    /// <exception cref="ChefTestException">A resource did.</exception>
    public ConvergeOutcome ShouldChangeNothing() => Expect(
        Resources.Where(
            resource => resource.Status is ResourceStatus.Changed or ResourceStatus.Failed), "nothing should change");

    /// <summary>Repeats the run on the same node, and asserts that nothing changes.</summary>
    /// <exception cref="ChefTestException">A resource changed or failed.</exception>
    public async Task ShouldBeIdempotent(CancellationToken ct = default)
    {
        var second = await again(ct);
        second.Expect(
            second.Resources.Where(resource => resource.Status is ResourceStatus.Changed or ResourceStatus.Failed),
            "a second run should change nothing (guard a resource that always acts by OnlyIf, NotIf or Creates)");
    }

    private string Place(int number) =>
        $"\n    run.Resources[{number}] is that of {record.WithActions[number].DeclaredAt}";

    private ConvergeOutcome Expect(IEnumerable<ResourceOutcome> offenders, string what) =>
        offenders.ToList() is { Count: > 0 } found
        ? throw new ChefTestException($"{what}, but:\n{Lines(found)}")
        : this;

    private static string Lines(IEnumerable<ResourceOutcome> outcomes) =>
        string.Join('\n', outcomes.Select(outcome => $"    {outcome}"));
}
