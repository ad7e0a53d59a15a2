using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies;

public sealed class NuGetDependencyTests : DependencyTests
{
    private readonly FolderFeed feed = new();

    public NuGetDependencyTests() => Cookbooks.With("nuget.config", feed.Config);

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_newest_stable_version_in_the_range_is_locked_and_a_run_uses_it()
    {
        foreach (var version in new[] { "1.1.0", "1.4.0", "1.5.0-beta", "2.0.0" })
        {
            feed.With("Acme.Tools", version, ("recipes/default.csx", version));
        }

        Depend("""{ "tools": { "nuget": "Acme.Tools", "version": "[1.2,2)" } }""");

        var result = await InstallAsync();

        Assert.Equal(["+ tools 1.4.0"], result.Changes);
        Assert.Equal(["tools", "web"], Used());
        Assert.Equal("1.4.0", File.ReadAllText(Path.Combine(Store.WithDependencies(["web"])[0].Files.Folder, "recipes/default.csx")));
    }

    [Fact]
    public async Task One_version_suits_all_who_ask_for_it()
    {
        feed.With("Tools", "1.0.0", ("x", "")).With("Tools", "1.1.0", ("x", "")).With("Tools", "2.0.0", ("x", ""))
            .With("Extra", "1.0.0", ("cookbook.json", """{ "dependencies": { "tools": { "nuget": "Tools", "version": "[1,1.1)" } } }"""));
        Depend("""{ "tools": { "nuget": "Tools" }, "extra": { "nuget": "Extra" } }""");

        await InstallAsync();

        Assert.Equal(["+ extra 1.0.0", "+ tools 1.0.0"], (await InstallAsync(null)).Graph.Locked.Values.Select(each => $"+ {each.Name} {each}"));
    }

    [Fact]
    public async Task Ranges_that_contradict_each_other_are_an_error_with_both_chains()
    {
        feed.With("Tools", "1.0.0", ("x", "")).With("Tools", "2.0.0", ("x", ""))
            .With("Extra", "1.0.0", ("cookbook.json", """{ "dependencies": { "tools": { "nuget": "Tools", "version": "[1,2)" } } }"""));
        Depend("""{ "tools": { "nuget": "Tools", "version": "[2,3)" }, "extra": { "nuget": "Extra" } }""");

        var error = (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message;

        Assert.Contains("no version of tools suits all who ask for it", error);
        Assert.Contains("web -> tools [2,3)", error);
        Assert.Contains("web -> extra -> tools [1,2)", error);
        Assert.Contains("The feeds have 2.0.0, 1.0.0.", error);
    }

    [Theory]
    [InlineData("""{ "a": { "nuget": "A" }, "b": { "nuget": "B" } }""")]
    [InlineData("""{ "b": { "nuget": "B" }, "a": { "nuget": "A" } }""")]
    public async Task What_a_rejected_version_asked_for_does_not_count(string dependencies)
    {
        feed.With("C", "1.0.0", ("x", "")).With("C", "2.0.0", ("x", ""))
            .With("A", "2.0.0", ("cookbook.json", """{ "dependencies": { "c": { "nuget": "C", "version": ">= 2" } } }"""))
            .With("A", "1.0.0", ("cookbook.json", """{ "dependencies": { "c": { "nuget": "C", "version": "[1,2)" } } }"""))
            .With("B", "1.0.0", ("cookbook.json", """{ "dependencies": { "a": { "nuget": "A", "version": "< 2" } } }"""));
        Depend(dependencies);

        Assert.Equal(["+ a 1.0.0", "+ b 1.0.0", "+ c 1.0.0"], (await InstallAsync()).Changes.Order());
    }

    [Fact]
    public async Task The_version_of_a_package_counts_also_when_its_cookbook_json_has_another()
    {
        feed.With("Tools", "1.0.0", ("cookbook.json", """{ "version": "0.9.0" }"""));
        Depend("""{ "tools": { "nuget": "Tools", "version": "[1,2)" } }""");

        Assert.Equal(["+ tools 1.0.0"], (await InstallAsync()).Changes);
        Assert.Equal(["tools", "web"], Used());
    }

    [Fact]
    public async Task A_range_with_versions_before_a_release_only_says_how_to_take_one()
    {
        feed.With("Tools", "1.0.0-beta.1", ("x", ""));
        Depend("""{ "tools": { "nuget": "Tools" } }""");

        Assert.Contains("They are all before a release: name one in the range", (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);

        Depend("""{ "tools": { "nuget": "Tools", "version": "[1.0.0-beta.1,)" } }""");
        Assert.Equal(["+ tools 1.0.0-beta.1"], (await InstallAsync()).Changes);
    }

    [Fact]
    public async Task A_package_that_is_another_than_the_locked_one_is_refused_with_both_hashes()
    {
        feed.With("Tools", "1.0.0", ("x", "1"));
        Depend("""{ "tools": { "nuget": "Tools" } }""");
        await InstallAsync();
        Directory.Delete(Store.WithDependencies(["web"])[0].Files.Folder, recursive: true);
        Directory.Delete(Path.Combine(feed.Folder, "installed"), recursive: true);
        feed.With("Tools", "1.0.0", ("x", "2"));

        var error = (await Assert.ThrowsAsync<RecipeException>(FetchAsync)).Message;

        Assert.Contains("the package Tools 1.0.0 is not the one that the lock file has: its hash is", error);
    }

    [Theory]
    [InlineData("Nothing", "no feed has a package Nothing")]
    [InlineData("Empty", "the package Empty 1.0.0 has no folder cookbook: it is not a cookbook")]
    public async Task A_package_that_does_not_exist_or_is_not_a_cookbook_is_named(string id, string expected)
    {
        feed.With("Empty", "1.0.0", ("../lib/x", ""));
        Depend($$"""{ "tools": { "nuget": "{{id}}" } }""");

        Assert.Contains(expected, (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Fact, WholeSuite]
    public async Task A_feed_without_an_answer_is_a_connection_error_with_feed_and_package()
    {
        Cookbooks.With("nuget.config", feed.ConfigFor("http://127.0.0.1:1/index.json"));
        Depend("""{ "tools": { "nuget": "Tools" } }""");

        var error = await Assert.ThrowsAsync<ConnectionException>(InstallAsync);

        Assert.Equal(4, error.ExitCode);
        Assert.StartsWith("the feed http://127.0.0.1:1/index.json gave no answer about Tools: ", error.Message);
    }

    [Theory]
    [InlineData("2.0.0-beta.1", "[2.0.0-beta.1,)", "1.0.0", null)]
    [InlineData("1.0.0", "[1,2)", "2.0.0", "2.0.0")]
    [InlineData("1.0.0", "[1,2)", "2.0.0-beta.1", null)]
    public async Task Only_a_later_version_is_newer_than_the_locked_one(
        string locked, string range, string other, string? newest)
    {
        feed.With("Tools", locked, ("x", "")).With("Tools", other, ("x", ""));
        Depend($$"""{ "tools": { "nuget": "Tools", "version": "{{range}}" } }""");
        await InstallAsync();

        Assert.Equal(newest, (await OutdatedAsync()).SingleOrDefault()?.Newest);
    }
}
