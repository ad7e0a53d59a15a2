using CSharpChef.Recipes;
using CSharpChef.Stacks.Sources;
using StoredRealPath = CSharpChef.Stacks.Sources.RealPath;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class PathDependencyTests : CookbookSourcesTests
{
    public PathDependencyTests() => Options = new() { Folders = [StoredRealPath.Of(Repository.Folder)!] };

    private Source Source => new() { Type = SourceType.Git, Url = $"file://{Repository.Folder}" };

    [Fact]
    public async Task A_path_to_another_cookbook_of_the_source_is_followed()
    {
        Repository.With("web/cookbook.json", """{ "dependencies": { "base": { "path": "../shared/base" } } }""")
            .With("web/recipes/default.csx", "1")
            .With("shared/base/recipes/default.csx", "1")
            .Commit();

        var version = await FetchAsync(Source);

        Assert.Equal(["base", "web"], version.Open().WithDependencies(["web"]).Select(each => each.Name));
    }

    [Theory]
    [InlineData("../../../../secret")]
    [InlineData("/etc")]
    public async Task A_path_out_of_the_source_is_refused_by_the_server(string path)
    {
        Directory.CreateDirectory(Path.Combine(Data, "secret/recipes"));
        Repository.With("web/cookbook.json", $$"""{ "dependencies": { "secret": { "path": "{{path}}" } } }""")
            .With("web/recipes/default.csx", "1")
            .Commit();

        var error = await Assert.ThrowsAnyAsync<ChefException>(
            async () => (await FetchAsync(Source)).Open().WithDependencies(["web"]));

        Assert.Contains("leads out of the source of the cookbooks", error.Message, StringComparison.Ordinal);
    }
}
