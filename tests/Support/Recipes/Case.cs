using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// One behaviour of one resource, as a recipe. Beside <c>name.csx</c> there may be <c>name-given.csx</c>, which
/// prepares the node. A first line <c>// alpine</c> selects Alpine instead of Debian.
/// </summary>
internal sealed record Case(string Cookbook, string Name)
{
    private const string Given = "-given";

    /// <summary>The recipes of all cases, each compiled once.</summary>
    public static RecipeLibrary Recipes { get; } = new(new CookbookStore([Folder()]), DiskCache.Default());

    public static IEnumerable<Case> All => Recipes.Cookbooks.Names
        .Select(Recipes.Cookbooks.Get)
        .SelectMany(cookbook => cookbook.Recipes.Where(recipe => !recipe.EndsWith(Given, StringComparison.Ordinal))
            .Select(recipe => new Case(cookbook.Name, recipe)));

    public bool IsAlpine => File.ReadLines(PathOf(".csx")).First() == "// alpine";

    public RunListItem Recipe => new(Cookbook, Name);

    public RunListItem? GivenRecipe =>
        Recipes.Cookbooks.Get(Cookbook).Recipes.Contains(Name + Given) ? new RunListItem(Cookbook, Name + Given) : null;

    public FakeNode FakeNode() => (IsAlpine
        ? CSharpChef.Testing.FakeNode.Alpine320()
        : CSharpChef.Testing.FakeNode.Debian12()).OnAnyCommand().Returns(0);

    public string PathOf(string ending) => Path.Combine(Folder(), Cookbook, "recipes", Name + ending);

    public override string ToString() => $"{Cookbook}: {Name.Replace('_', ' ')}";

    /// <summary>Runs one recipe on one node, from its facts to its report.</summary>
    public static async Task<HostReport> RunAsync(
        RunListItem recipe, INodeSession link, ConvergeMode mode, CancellationToken ct) =>
        await new ChefRun(new RunRequest([recipe], Recipes) { Mode = mode }, new Target("case"), link).RunAsync(ct);

    /// <summary>Formats a report for snapshots: each resource with its status and its changes.</summary>
    public static string Text(HostReport report) => string.Concat(report.Resources.Select(resource =>
        $"{resource.Status,-9} {resource.Resource.Replace("\n", "\\n", StringComparison.Ordinal)}"
        + $"{string.Concat(resource.Actions.Select(change => $"\n            {change}"))}"
        + $"{(resource.Status is not ResultStatus.Failed && resource.Message is not null ? $"\n            {resource.Message}" : "")}\n"))
        + (report.Error is { } error ? $"error: {error.Message}\n" : "");

    private static string Folder() => SourceTree.PathOf("tests/CSharpChef.Tests/Cases/cookbooks");
}
