using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Templates;

/// <summary>What <c>dotnet new</c> makes.</summary>
[WholeSuite]
public sealed class TemplatesTests(InstalledTemplates templates) : IClassFixture<InstalledTemplates>, IDisposable
{
    private readonly CookbookFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("web", "web")]
    [InlineData("my-site", "my_site")]
    public async Task A_new_cookbook_has_its_name_and_its_tests_find_it(string name, string attributes)
    {
        await templates.NewAsync(folder.Root, "csharpchef-cookbook", name);
        (await CommandLine.RunAsync("check", folder[name])).Exits(0).Prints("1 recipe checked, no errors")
            .DoesNotPrint("CC0301");
        Assert.True(File.Exists(folder[$"{name}/tests/{name}.Tests.csproj"]));
        Assert.Contains($"tests/{name}.Tests.csproj", File.ReadAllText(folder[$"{name}/{name}.slnx"]));

        // A checkout may have another name.
        Directory.Move(folder[name], folder["checkout"]);
        var run = await ChefTest.OfCookbookAbove(folder["checkout/tests/bin/Debug/net10.0"])
            .With(new Dictionary<string, object> { [attributes] = new { folder = "/srv" } })
            .Converge(name, FakeNode.Debian12(), Ct);

        run.Node.File("/srv/welcome.txt").ShouldContain("which runs debian");
        await run.ShouldBeIdempotent(Ct);
    }

    [Fact]
    public async Task A_new_cookbook_with_the_ending_cs_has_a_recipe_that_is_a_file_based_app()
    {
        await templates.NewAsync(folder.Root, "csharpchef-cookbook", "web", "--ending", "cs");

        (await CommandLine.RunAsync("check", folder["web"])).Exits(0).Prints("1 recipe checked, no errors")
            .DoesNotPrint("note");
        Assert.Equal(["default.cs"], Directory.EnumerateFiles(folder["web/recipes"]).Select(Path.GetFileName));
        Assert.StartsWith("#:sdk CSharpChef.Sdk@", File.ReadAllText(folder["web/recipes/default.cs"]));
        Assert.Contains("| `recipes/default.cs` |", File.ReadAllText(folder["web/README.md"]));
        Assert.True(File.Exists(folder["web/tests/web.Tests.csproj"]));
    }

    [Fact]
    public async Task A_new_recipe_and_resource_have_names_that_recipes_can_use()
    {
        await templates.NewAsync(folder.Root, "csharpchef-cookbook", "web");
        await templates.NewAsync(folder["web"], "csharpchef-recipe", "Do.It");
        await templates.NewAsync(folder["web"], "csharpchef-resource", "my-thing");
        folder.With("web/recipes/site.csx", "my_thing(\"example\", w => w.Text = \"hello\");");

        (await CommandLine.RunAsync("check", folder["web"])).Exits(0).Prints("3 recipes checked, no errors")
            .DoesNotPrint("CC0301");

        var run = await new ChefTest(folder.Root).Converge("web::site", FakeNode.Debian12(), Ct);
        run.Node.File("/etc/example.conf").ShouldContain("hello");
        await new ChefTest(folder.Root).Converge("web::Do_It", FakeNode.Debian12(), Ct);
    }

    [Fact]
    public async Task A_new_recipe_and_resource_with_the_ending_cs_join_a_cookbook_of_that_ending()
    {
        await templates.NewAsync(folder.Root, "csharpchef-cookbook", "web", "--ending", "cs");
        await templates.NewAsync(folder["web"], "csharpchef-recipe", "deploy", "--ending", "cs");
        await templates.NewAsync(folder["web"], "csharpchef-resource", "Site", "--ending", "cs");

        (await CommandLine.RunAsync("check", folder["web"])).Exits(0).Prints("2 recipes checked, no errors")
            .DoesNotPrint("note");
        Assert.Equal(
            ["#:sdk CSharpChef.Sdk@CSHARPCHEF_VERSION", "// Runs as COOKBOOK::deploy."],
            File.ReadLines(folder["web/recipes/deploy.cs"]).Take(2));
        Assert.Equal(
            ["#:sdk CSharpChef.Sdk@CSHARPCHEF_VERSION", "// In a recipe: Site(\"example\", r => r.Text = \"hello\");"],
            File.ReadLines(folder["web/resources/site.cs"]).Take(2));
    }

    // MSBuild fills in the versions when it packs, and turns each backslash into a slash.
    [Fact]
    public void The_files_that_get_versions_when_they_are_packed_have_no_backslash() => Assert.All(
        Directory.EnumerateFiles(SourceTree.PathOf("templates/content"), "template.json", SearchOption.AllDirectories)
            .Select(file => File.ReadAllText(file)).Where(text => text.Contains("CSHARPCHEF_VERSION")),
        text => Assert.DoesNotContain('\\', text));

    [Fact]
    public async Task A_new_inventory_has_hosts_of_groups_that_the_project_file_names()
    {
        await templates.NewAsync(folder.Root, "csharpchef-inventory");

        (await CommandLine.RunAsync("search", "group:web", "-i", folder["hosts.json"], "--names")).Exits(0)
            .Prints("web1", "web2");
        Assert.Contains("\"web\": { \"runList\": [\"web\"]", File.ReadAllText(folder["csharpchef.json"]));
    }

    [Fact]
    public async Task A_new_stack_compiles_and_has_two_instances()
    {
        await templates.NewAsync(folder.Root, "csharpchef-stack", "my-shop");

        var stack = Assert.Single(await new StackFile(folder["my-shop.csx"], DiskCache.Default()).ReadAsync(Ct));

        Assert.Equal(2, stack.InstanceList.Count);
        Assert.Contains("Stack(\"my-shop\"", File.ReadAllText(folder["my-shop.csx"]));
    }

    [Fact]
    public void A_test_that_is_in_no_cookbook_says_what_to_name()
    {
        var error = Assert.Throws<ChefTestException>(() => ChefTest.OfCookbookAbove("/"));

        Assert.Contains("has a cookbook.json: name the folder of cookbooks", error.Message);
    }
}
