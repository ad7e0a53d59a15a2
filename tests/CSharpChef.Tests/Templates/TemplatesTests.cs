using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Templates;

/// <summary>What <c>dotnet new</c> makes, with the names filled in as it does so.</summary>
public sealed class TemplatesTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_cookbook_with_a_new_recipe_and_resource_compiles()
    {
        Fill("cookbook", "my-site", ("CookbookName", "my-site"), ("cookbook_key", "my_site"));
        Fill("recipe", "my-site", ("RecipeName", "deploy"));
        Fill("resource", "my-site", ("ResourceName", "Website"), ("resource_file", "website"));
        folder.With("my-site/recipes/site.csx", "Website(\"example\", w => w.Text = \"hello\");");

        (await CommandLine.RunAsync("check", folder["my-site"])).Exits(0).Prints("3 recipes checked, no errors");

        var run = await ChefTest.OfCookbookAbove(folder["my-site/tests/bin"]).Converge("my-site::site", FakeNode.Debian12(), Ct);
        run.Node.File("/etc/example.conf").ShouldContain("hello");
    }

    [Fact]
    public async Task A_new_cookbook_is_tested_in_a_folder_of_any_name()
    {
        Fill("cookbook", "checkout", ("CookbookName", "web"), ("cookbook_key", "web"));
        var chef = ChefTest.OfCookbookAbove(folder["checkout/tests/bin/Debug/net10.0"])
            .With(new { web = new { folder = "/srv" } });

        var run = await chef.Converge("web", FakeNode.Debian12(), Ct);

        run.Node.File("/srv/welcome.txt").ShouldContain("which runs debian");
        await run.ShouldBeIdempotent(Ct);
    }

    [Fact]
    public void A_test_that_is_in_no_cookbook_says_what_to_name()
    {
        var error = Assert.Throws<ChefTestException>(() => ChefTest.OfCookbookAbove("/"));

        Assert.Contains("has a cookbook.json: name the folder of cookbooks", error.Message);
    }

    [Fact]
    public async Task A_new_inventory_has_hosts_of_groups_that_the_project_file_names()
    {
        Fill("inventory", "");

        (await CommandLine.RunAsync("search", "group:web", "-i", folder["hosts.json"], "--names")).Exits(0)
            .Prints("web1", "web2");
        Assert.Contains("\"web\": { \"runList\": [\"web\"]", File.ReadAllText(folder["csharpchef.json"]));
    }

    [Fact]
    public async Task A_new_stack_compiles_and_has_two_instances()
    {
        Fill("stack", "", ("StackName", "shop"));

        var stack = Assert.Single(await new StackFile(folder["shop.csx"], DiskCache.Default()).ReadAsync(
            Ct));

        Assert.Equal(2, stack.InstanceList.Count);
    }

    private void Fill(string template, string target, params (string Token, string Text)[] names)
    {
        var source = SourceTree.PathOf($"templates/content/{template}");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Filled(Path.GetRelativePath(source, file), names);
            folder.With(Path.Combine(target, path), Filled(File.ReadAllText(file), names));
        }
    }

    private static string Filled(string text, (string Token, string Text)[] names) =>
        names.Aggregate(text, (filled, name) => filled.Replace(name.Token, name.Text, StringComparison.Ordinal));
}
