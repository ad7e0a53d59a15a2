using CSharpChef.Recipes;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies.Resolve;

/// <summary>What is chosen depends on what is asked for, and not on the order in which it is written.</summary>
public sealed class GraphWalkTests : DependencyTests
{
    private readonly FolderFeed feed = new();

    public GraphWalkTests() => Cookbooks.With("nuget.config", feed.Config);

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("""{ "tools": { "nuget": "Tools" }, "extra": { "nuget": "Extra" } }""")]
    [InlineData("""{ "extra": { "nuget": "Extra" }, "tools": { "nuget": "Tools" } }""")]
    public async Task A_version_before_a_release_is_taken_when_any_range_names_one(string dependencies)
    {
        feed.With("Tools", "2.0.0-beta.1", ("x", "")).With("Extra", "1.0.0", (
            "cookbook.json", """{ "dependencies": { "tools": { "nuget": "tools", "version": ">= 2.0.0-beta" } } }"""));
        Depend(dependencies);

        Assert.Equal(["+ extra 1.0.0", "+ tools 2.0.0-beta.1"], (await InstallAsync()).Changes.Order());
    }

    [Theory]
    [InlineData("""{ "base": "", "extra": "" }""")]
    [InlineData("""{ "extra": "", "base": "" }""")]
    public async Task A_name_alone_is_found_where_another_cookbook_says(string dependencies)
    {
        Repository.With("base/cookbook.json", """{ "version": "1.0" }""").Commit();
        Cookbooks.With("extra/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{Repository.Folder}}" } } }""");
        Depend(dependencies);

        Assert.Equal([$"+ base 1.0, commit {Repository.Head}"], (await InstallAsync()).Changes);
        Assert.Equal(["base", "extra", "web"], Used().Order());
    }

    [Theory]
    [InlineData("""{ "base": { "git": "REPO" }, "far": { "git": "REPO/far" } }""")]
    [InlineData("""{ "far": { "git": "REPO/far" }, "base": { "git": "REPO" } }""")]
    public async Task A_tag_and_a_name_that_mean_the_same_commit_are_one_source(string dependencies)
    {
        Repository.With("base/cookbook.json", """{ "dependencies": { "users": "" } }""").With("users/x", "").Commit("v1");
        using var far = new GitRepository();
        far.With("far/cookbook.json", $$"""{ "dependencies": { "users": { "git": "{{Repository.Folder}}", "tag": "v1", "folder": "./users/" } } }""").Commit();
        Depend(dependencies.Replace("REPO/far", far.Folder, StringComparison.Ordinal));

        await InstallAsync();

        Assert.Equal(["base", "far", "users", "web"], Used().Order());
        Assert.Contains("\"tag\": \"v1\"", File.ReadAllText(LockFile));
    }

    [Theory]
    [InlineData("../base", "../base/")]
    [InlineData("../base/", "../extra/../base")]
    public async Task Paths_that_mean_the_same_folder_are_one_source(string one, string other)
    {
        Cookbooks.With("base/x", "").With("extra/cookbook.json", $$"""{ "dependencies": { "base": "{{other}}" } }""");
        Depend($$"""{ "base": "{{one}}", "extra": "../extra" }""");

        await InstallAsync();

        Assert.Equal(["base", "extra", "web"], Used());
    }

    [Fact]
    public async Task Two_repositories_for_one_name_are_an_error_until_the_root_names_one()
    {
        Repository.With("base/x", "").Commit();
        using var other = new GitRepository();
        other.With("base/x", "").Commit();
        Cookbooks.With("one/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{Repository.Folder}}" } } }""")
            .With("two/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{other.Folder}}" } } }""");
        Depend("""{ "one": "", "two": "" }""");

        var error = (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message;

        Assert.StartsWith($"base is asked for from two sources: name one in {Cookbooks["web/cookbook.json"]}:1:", error);
        Assert.Contains($"{Repository.Folder}: web -> one -> base any version", error);
        Assert.Contains($"{other.Folder}: web -> two -> base any version", error);

        Depend("""{ "one": "", "two": "", "base": { "git": "REPO" } }""");
        Assert.Single((await InstallAsync()).Changes);
    }

    [Fact]
    public async Task What_a_developed_cookbook_asks_for_is_locked_beside_what_its_locked_state_asks_for()
    {
        Repository.With("base/cookbook.json", """{ "dependencies": { "users": "" } }""")
            .With("users/x", "").With("files/x", "").Commit();
        Cookbooks.With("base/cookbook.json", $$"""{ "dependencies": { "files": { "git": "{{Repository.Folder}}" } } }""");
        Depend("""{ "base": { "git": "REPO" } }""");

        var result = await InstallAsync();

        Assert.Equal(["base", "files", "users"], result.Graph.Locked.Keys.Order());
        Assert.Equal(["files", "base", "web"], Used());
        Directory.Delete(Cookbooks["base"], recursive: true);
        Assert.Equal(["users", "base", "web"], Used());
    }

    [Fact]
    public async Task A_locked_state_that_a_new_range_excludes_is_replaced()
    {
        Repository.With("base/cookbook.json", """{ "version": "1.0" }""").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");
        await InstallAsync();
        Repository.With("base/cookbook.json", """{ "version": "2.0" }""").Commit();
        Depend("""{ "base": { "git": "REPO", "version": "2" } }""");

        var change = Assert.Single((await InstallAsync()).Changes);

        Assert.EndsWith($"-> 2.0, commit {Repository.Head}", change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "other" }""", "has the cookbook \"other\", and not \"base\": ask for it as \"other\"")]
    [InlineData("""{ "csharpchef": ">= 900" }""", "base needs csharpchef >= 900, and this is")]
    [InlineData("""{ "dependencies": { "users": { "git": "../users" } } }""", "../users begins at a folder of its author's machine")]
    [InlineData("""{ "dependencies": { "users": "../../../users" } }""", "../../../users is not in the repository")]
    [InlineData("""{ "dependencies": { "web": "" } }""", "in a circle: web -> base -> web")]
    public async Task What_a_run_would_refuse_is_not_locked(string manifest, string expected)
    {
        Repository.With("base/cookbook.json", manifest).Commit();
        Depend("""{ "base": { "git": "REPO" } }""");

        Assert.Contains(expected, (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public async Task A_path_in_a_package_is_refused_and_the_message_names_package_and_line()
    {
        feed.With("Extra", "1.0.0", ("cookbook.json", """{ "dependencies": { "near": "../near" } }"""));
        Depend("""{ "extra": { "nuget": "Extra" } }""");

        Assert.StartsWith(
            "extra 1.0.0, cookbook.json:1:21: a package cannot depend on the folder ../near",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_an_error_with_the_place_that_asks()
    {
        Depend("""{ "bass": "" }""");
        Cookbooks.With("base/x", "");

        Assert.StartsWith(
            $"{Cookbooks["web/cookbook.json"]}:1:21: there is no cookbook \"bass\" in ",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }
}
