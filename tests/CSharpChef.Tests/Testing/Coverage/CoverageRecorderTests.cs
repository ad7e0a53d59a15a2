using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing.Coverage;

public sealed class CoverageRecorderTests : IDisposable
{
    private const string Recipe = """
        File("/etc/motd");
        if (Node.Platform.Family == "rhel")
        {
            Package("epel-release");
        }

        Execute("reload", e => e.OnlyWhenNotified());
        File("/etc/guarded", f => f.OnlyIf("false"));
        """;

    private readonly CookbookFolder cookbooks = new CookbookFolder().With("web/recipes/default.csx", Recipe);
    private readonly CoverageRecorder recorder = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_branch_that_no_run_took_is_not_declared()
    {
        await RunAsync(FakeNode.Debian12());

        Assert.Equal(
            ["1 File declared ran", "4 Package", "7 Execute declared", "8 File declared"], Sites());
    }

    [Fact]
    public async Task Runs_on_other_platforms_add_to_the_coverage()
    {
        await RunAsync(FakeNode.Debian12());
        await RunAsync(FakeNode.Rocky9());

        Assert.Equal(100, recorder.Report().Percent);
        Assert.Contains("4 Package declared ran", Sites());
    }

    [Theory]
    [InlineData(
        "if (Node.Platform.Family == \"rhel\") { File(\"/etc/r\"); } else { File(\"/etc/d\"); }",
        "default.csx:1:39 File,default.csx:1:64 File declared")]
    [InlineData(
        "if (Node.Platform.Family == \"rhel\") { Add(); } else { Package(\"d\"); } void Add() { Package(\"r\"); Package(\"s\"); }",
        "default.csx:1:55 Package declared,default.csx:1:84 Package,default.csx:1:98 Package")]
    public async Task Each_of_several_calls_on_a_line_is_covered_by_itself(string recipe, string sites)
    {
        cookbooks.With("web/recipes/default.csx", recipe);

        await RunAsync(FakeNode.Debian12());

        Assert.Equal(sites, string.Join(',', recorder.Report().Sites.Select(
            site => $"{Path.GetFileName($"{site}")}{(site.Declared ? " declared" : "")}")));
    }

    [Fact]
    public async Task A_recipe_that_no_test_ran_is_in_the_report()
    {
        cookbooks.With("web/recipes/deploy.csx", "Package(\"git\");").With("db/recipes/default.csx", "Package(\"sql\");");

        await RunAsync(FakeNode.Debian12());

        Assert.Equal(
            ["db/recipes/default.csx:1 Package", "web/recipes/deploy.csx:1 Package"],
            recorder.Report().Sites.Where(site => !site.Declared && site.Line == 1)
                .Select(site => cookbooks.Below($"{site}")));
    }

    [Fact]
    public async Task A_recipe_that_does_not_compile_is_a_note()
    {
        cookbooks.With("web/recipes/broken.csx", "Pakage(\"git\");");

        await RunAsync(FakeNode.Debian12());

        Assert.Contains("did you mean `Package`?", Assert.Single(recorder.Report().Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_beside_the_cookbook_of_a_test_project_is_not_in_the_report()
    {
        cookbooks.With("db/recipes/default.csx", "Package(\"sql\");");

        await RunAsync(FakeNode.Debian12(), new CookbookStore([cookbooks.Root])
        {
            Folders = new Dictionary<string, string> { ["web"] = cookbooks["web"] },
        });

        Assert.All(recorder.Report().Sites, site => Assert.Equal(cookbooks["web/recipes/default.csx"], site.File));
    }

    [Fact]
    public void Without_a_run_no_threshold_is_reached()
    {
        var report = recorder.Report();

        Assert.Equal(0, report.Percent);
        Assert.StartsWith(
            "the report of coverage has no resources: no run of a recipe with resources was recorded before it",
            Assert.Throws<ChefTestException>(() => report.ShouldCover(0)).Message,
            StringComparison.Ordinal);
    }

    private IEnumerable<string> Sites() => recorder.Report().Sites.Select(
        site => $"{site.Line} {site.Word}{(site.Declared ? " declared" : "")}{(site.Ran ? " ran" : "")}");

    private async Task RunAsync(FakeNode node, CookbookStore? store = null)
    {
        var library = new RecipeLibrary(store ?? new CookbookStore([cookbooks.Root]), DiskCache.Default());
        await using var session = new FakeNodeSession(node, ConvergeMode.Converge);
        var request = new RunRequest([RunListItem.Parse("web")], library);
        Assert.Null((await new ChefRun(request, new Target("fake"), session).RunAsync(ct)).Error);
        recorder.Add(library, session.Plans);
    }
}
