using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Testing;

/// <summary>Converges recipes on a fake node.</summary>
/// <example>
/// <code>
/// var run = await new ChefTest("cookbooks").Converge("nginx", FakeNode.Debian12());
/// run.Node.File("/etc/nginx/conf.d/site.conf").ShouldContain("listen 80");
/// await run.ShouldBeIdempotent();
/// </code>
/// </example>
public sealed class ChefTest
{
    private readonly RecipeLibrary recipes;
    private readonly IReadOnlyList<AttributeLevel> attributes;
    private readonly bool allowsFailure;

    /// <summary>
    /// Tests the cookbooks in these folders. Each recipe is compiled once for all tests that share the object.
    /// </summary>
    /// <param name="cookbooks">Folders that hold cookbooks, searched in order.</param>
    public ChefTest(params string[] cookbooks)
        : this(Library(new CookbookStore(cookbooks)), [])
    {
    }

    private ChefTest(RecipeLibrary recipes, IReadOnlyList<AttributeLevel> attributes, bool allowsFailure = false) =>
        (this.recipes, this.attributes, this.allowsFailure) = (recipes, attributes, allowsFailure);

    /// <summary>
    /// Tests the cookbook in whose folder the test project lies: the nearest folder above the test program that has a
    /// <c>cookbook.json</c>. What it depends on by name is found in the folder beside it.
    /// </summary>
    /// <exception cref="ChefTestException">No folder above has a <c>cookbook.json</c>.</exception>
    /// <example>
    /// <code>
    /// var run = await ChefTest.OfThisCookbook().Converge("web", FakeNode.Debian12());
    /// </code>
    /// </example>
    public static ChefTest OfThisCookbook() => OfCookbookAbove(AppContext.BaseDirectory);

    internal static ChefTest OfCookbookAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Cookbook.ManifestFile)))
            {
                return new ChefTest(Library(CookbookStore.Beside(at.FullName, CookbookCache.Default(), out _)), []);
            }
        }

        throw new ChefTestException(
            $"neither {folder} nor a folder above it has a cookbook.json: name the folder of cookbooks, as in new ChefTest(\"cookbooks\")");
    }

    private static RecipeLibrary Library(CookbookStore store) =>
        new(store, DiskCache.Default()) { KeepsRenderedTemplates = false };

    /// <summary>
    /// The same tests with attributes that take precedence over those of the cookbooks: an object such as
    /// <c>new { site = new { port = 81 } }</c>.
    /// </summary>
    /// <exception cref="ChefTestException">The value is not an object with names.</exception>
    public ChefTest With(object values) =>
        new(recipes, [.. attributes, new AttributeLevel("test", GivenObject.Of(values, "With"))], allowsFailure);

    /// <summary>
    /// The same tests, whose runs return their outcome also when a resource fails, for assertions about the failure.
    /// </summary>
    /// <example>
    /// <code>
    /// var run = await new ChefTest("cookbooks").AllowFailure().Converge("app", FakeNode.Debian12());
    /// run.Resource("service[app]").Reason // "service app does not exist"
    /// </code>
    /// </example>
    public ChefTest AllowFailure() => new(recipes, attributes, allowsFailure: true);

    /// <summary>Converges the node: brings it to the state that the recipe describes.</summary>
    /// <param name="recipe"><c>cookbook::recipe</c>, or <c>cookbook</c> for its default recipe.</param>
    /// <param name="node">The node. It keeps the changes of the run.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <exception cref="ChefException">The recipe does not compile, fails while it is evaluated, or runs a command
    /// without an answer.</exception>
    /// <exception cref="ChefTestException">A resource without <c>IgnoreFailure</c> failed; the message lists all that
    /// did. <see cref="AllowFailure"/> returns the outcome instead.</exception>
    public Task<ConvergeOutcome> Converge(string recipe, FakeNode node, CancellationToken ct = default) =>
        RunAsync(recipe, node, ConvergeMode.Converge, allowsFailure, ct);

    /// <summary>Reports what <see cref="Converge"/> would change, and changes nothing.</summary>
    /// <param name="recipe"><c>cookbook::recipe</c>, or <c>cookbook</c> for its default recipe.</param>
    /// <param name="node">The node.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <exception cref="ChefException">As for <see cref="Converge"/>.</exception>
    public Task<ConvergeOutcome> Plan(string recipe, FakeNode node, CancellationToken ct = default) =>
        RunAsync(recipe, node, ConvergeMode.Plan, allowsFailure, ct);

    private async Task<ConvergeOutcome> RunAsync(
        string recipe, FakeNode node, ConvergeMode mode, bool mayFail, CancellationToken ct)
    {
        await using var link = new FakeNodeSession(node, mode);
        var request = new RunRequest([RunListItem.Parse(recipe)], recipes)
        {
            Mode = mode,
            Attributes = attributes,
            Evaluation = new EvaluationOptions { Nodes = new FakeNodes(node) },
            Stack = node.StackData,
            MissingStack = FakeNode.MissingStack,
            Answers = new ControllerAnswers(node.Machine.Secrets, node.Machine.DataBags),
        };
        var report = await new ChefRun(request, new Target("fake"), link).RunAsync(ct);
        CookbookCoverage.Record(recipes, link.Plans);
        if (report.Error is { } error)
        {
            throw error;
        }

        var failure = node.Machine.RunFailure = RunFailure.Of(report);
        return failure is null || mayFail
            ? new ConvergeOutcome(
                node,
                new RunRecord(link.Plans, report.Resources, failure)
                {
                    Title = $"{mode.ToString().ToLowerInvariant()} of {recipe} on {node}",
                    Folders = [.. recipes.Cookbooks.Roots, .. recipes.Cookbooks.Folders.Values],
                },
                token => RunAsync(recipe, node, mode, mayFail: true, token))
            {
                UnaskedQuery = report.UnaskedQuery,
                Published = report.Published,
            }
            : throw new ChefTestException(
                $"{failure}\nAllowFailure() of ChefTest returns the outcome of such a run.");
    }
}
