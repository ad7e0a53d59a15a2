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

    public FakeNode FakeNode() =>
        (IsAlpine ? CSharpChef.Testing.FakeNode.Alpine320() : Instance()).OnAnyCommand().Returns(0);

    public string PathOf(string ending) => Path.Combine(Folder(), Cookbook, "recipes", Name + ending);

    public override string ToString() => $"{Cookbook}: {Name.Replace('_', ' ')}";

    /// <summary>Runs one recipe on one node, from its facts to its report.</summary>
    public static async Task<HostReport> RunAsync(
        RunListItem recipe, INodeSession link, ConvergeMode mode, CancellationToken ct) =>
        await new ChefRun(new RunRequest([recipe], Recipes) { Mode = mode }, new Target("case"), link).RunAsync(ct);

    /// <summary>Prepares a node, plans the case and runs it twice.</summary>
    /// <param name="open">Opens a session with the node.</param>
    /// <param name="state">The state of what the case names, read after each of the two runs.</param>
    /// <param name="ct">Cancels the run.</param>
    public async Task<CaseResult> RunAsync(
        Func<ConvergeMode, INodeSession> open, Func<Task<string>> state, CancellationToken ct)
    {
        if (GivenRecipe is { } given)
        {
            var ready = await OneAsync(given, ConvergeMode.Converge);
            if (ready.Status != HostStatus.Ok)
            {
                return new($"the node could not be prepared\n{Text(ready)}", "", "");
            }
        }

        var planned = Text(await OneAsync(Recipe, ConvergeMode.Plan));
        var first = Text(await OneAsync(Recipe, ConvergeMode.Converge));
        var stateAfterFirst = await state();
        var second = Text(await OneAsync(Recipe, ConvergeMode.Converge));
        return new($"plan\n{planned}\nfirst\n{first}\nsecond\n{second}", stateAfterFirst, await state());

        async Task<HostReport> OneAsync(RunListItem recipe, ConvergeMode mode)
        {
            await using var session = open(mode);
            return await RunAsync(recipe, session, mode, ct);
        }
    }

    /// <summary>
    /// Runs the case on fake nodes: on one to learn what it names, and on another to read the state of that.
    /// </summary>
    public async Task<(CaseResult Result, CaseState Named)> RunFakeAsync(Func<FakeNode> newNode, CancellationToken ct)
    {
        var sessions = new List<FakeNodeSession>();
        var first = newNode();
        await RunAsync(mode => Kept(new FakeNodeSession(first, mode)), () => Task.FromResult(""), ct);
        var named = CaseState.Of(sessions.SelectMany(session => session.Plans).Select(applied => applied.Plan));
        var node = newNode();
        var result = await RunAsync(
            mode => new FakeNodeSession(node, mode), () => Task.FromResult(FakeState.Text(named, node.Machine)), ct);
        return (result, named);

        FakeNodeSession Kept(FakeNodeSession session)
        {
            sessions.Add(session);
            return session;
        }
    }

    /// <summary>Formats a report for snapshots: each resource with its status and its changes.</summary>
    public static string Text(HostReport report) => string.Concat(report.Resources.Select(resource =>
        $"{resource.Status,-9} {resource.Resource.Replace("\n", "\\n", StringComparison.Ordinal)}"
        + $"{string.Concat(resource.Actions.Select(change => $"\n            {change}"))}"
        + $"{(resource.Status is not ResultStatus.Failed && resource.Message is not null ? $"\n            {resource.Message}" : "")}\n"))
        + (report.Error is { } error ? $"error: {error.Message}\n" : "");

    // A fake node like the instances of tests/fleet: their account, and the packages of their source.
    private static FakeNode Instance() => CSharpChef.Testing.FakeNode.Debian12()
        .HasUser("deploy", shell: "/bin/bash")
        .Offers("tree", "2.1.0-1").Offers("hello", "2.10-3").Offers("fleet-demo", "1.0").Offers("fleet-demo", "1.1")
        .PackageBringsService("fleet-demo")
        .PackageBringsConfiguration("fleet-demo", "/etc/fleet-demo/demo.conf", "version='1.0'\n");

    private static string Folder() => SourceTree.PathOf("tests/CSharpChef.Tests/Cases/cookbooks");
}
