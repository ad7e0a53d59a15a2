using CSharpChef.Sdk.Tasks;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Sdk;

[WholeSuite]
public sealed class LockedScriptsTests : DependencyTests
{
    [Fact]
    public async Task Shared_code_of_a_dependency_comes_from_the_cache_of_what_the_lock_file_names()
    {
        Repository.With("cookbooks/base/cookbook.json", "{}").With("cookbooks/base/resources/motd.csx", "class Motd;").Commit("v1");
        Depend("""{ "base": { "git": "REPO", "tag": "v1" } }""");
        await InstallAsync();
        var warnings = new List<string>();

        var script = Assert.Single(
            CookbookOfScript.Of(Cookbooks["web/recipes/default.csx"], Cache)!.Shared(warnings.Add));

        Assert.Empty(warnings);
        Assert.Equal("base/resources/motd.csx", script.Path);
        Assert.Equal("class Motd;", await File.ReadAllTextAsync(script.File, Ct));
    }
}
