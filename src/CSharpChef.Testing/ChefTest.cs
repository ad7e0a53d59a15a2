using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
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

    /// <summary>
    /// Tests the cookbooks in these folders. Each recipe is compiled once for all tests that share the object.
    /// </summary>
    /// <param name="cookbooks">Folders that hold cookbooks, searched in order.</param>
    public ChefTest(params string[] cookbooks)
        : this(new RecipeLibrary(new CookbookStore(cookbooks), DiskCache.Default()), [])
    {
    }

    private ChefTest(RecipeLibrary recipes, IReadOnlyList<AttributeLevel> attributes) =>
        (this.recipes, this.attributes) = (recipes, attributes);

    /// <summary>
    /// The same tests with attributes that take precedence over those of the cookbooks: an object such as
    /// <c>new { site = new { port = 81 } }</c>.
    /// </summary>
    public ChefTest With(object values) =>
        new(recipes, [.. attributes, new AttributeLevel("test", (JsonObject)JsonSerializer.SerializeToNode(values)!)]);

    /// <summary>Converges the node: brings it to the state that the recipe describes.</summary>
    /// <param name="recipe"><c>cookbook::recipe</c>, or <c>cookbook</c> for its default recipe.</param>
    /// <param name="node">The node. It keeps the changes of the run.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <exception cref="ChefException">The recipe does not compile, fails while it is evaluated, or runs a command
    /// without an answer.</exception>
    public Task<ConvergeOutcome> Converge(string recipe, FakeNode node, CancellationToken ct = default) =>
        RunAsync(recipe, node, ConvergeMode.Converge, ct);

    /// <summary>Reports what <see cref="Converge"/> would change, and changes nothing.</summary>
    /// <param name="recipe"><c>cookbook::recipe</c>, or <c>cookbook</c> for its default recipe.</param>
    /// <param name="node">The node.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <exception cref="ChefException">As for <see cref="Converge"/>.</exception>
    public Task<ConvergeOutcome> Plan(string recipe, FakeNode node, CancellationToken ct = default) =>
        RunAsync(recipe, node, ConvergeMode.Plan, ct);

    private async Task<ConvergeOutcome> RunAsync(string recipe, FakeNode node, ConvergeMode mode, CancellationToken ct)
    {
        await using var link = new FakeNodeSession(node, mode);
        var request = new RunRequest([RunListItem.Parse(recipe)], recipes) { Mode = mode, Attributes = attributes };
        var report = await new ChefRun(request, new Target("fake"), link).RunAsync(ct);
        return report.Error is { } error
            ? throw error
            : new ConvergeOutcome(node, link.Parts, token => RunAsync(recipe, node, mode, token));
    }
}
