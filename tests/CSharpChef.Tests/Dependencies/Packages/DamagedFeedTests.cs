using CSharpChef.Recipes;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies.Packages;

public sealed class DamagedFeedTests : DependencyTests
{
    private readonly FolderFeed feed = new();

    public DamagedFeedTests() => Cookbooks.With("nuget.config", feed.Config);

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_damaged_package_is_an_error_with_feed_and_package()
    {
        feed.With("Tools", "1.0.0", ("x", ""));
        File.WriteAllText($"{feed.Folder}/feed/Tools.1.0.0.nupkg", "not a zip");
        Depend("""{ "tools": { "nuget": "Tools" } }""");

        Assert.StartsWith(
            $"the package Tools of the feed {feed.Folder}/feed is damaged: ",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task A_feed_folder_that_does_not_exist_is_an_error_of_the_configuration()
    {
        Depend("""{ "tools": { "nuget": "Tools" } }""");

        Assert.Equal(
            $"nuget.config names the feed {feed.Folder}/feed, and there is no such folder: make it, or remove the feed",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task A_wrong_nuget_config_matters_only_where_a_package_is_asked_for()
    {
        Cookbooks.With("nuget.config", "<configuration").With("tools/cookbook.json", """{ "version": "1.0.0" }""");
        Repository.With("base/x", "").Commit();
        Depend("""{ "base": { "git": "REPO" } }""");

        Assert.Single((await InstallAsync()).Changes);

        Depend("""{ "tools": { "nuget": "Tools" } }""");
        Assert.Contains("nuget.config", (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
        (await CommandLine.RunAsync("cookbook", "publish", "--path", Cookbooks["tools"], "--source", "x")).Exits(3)
            .Prints("nuget.config");
    }
}
