using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

[WholeSuite]
public sealed class SharedCacheTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly string cache = TemporaryFolder.Create("shared-");

    public SharedCacheTests() => cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
        .With("base/resources/site.csx", "#:property A=B\nrecord Site(string Name) { public static int Count; }")
        .With("web/lib/options.csx", "record Options(Site Site);")
        .With("web/lib/more/script.csx", "void More() { }")
        .With("web/recipes/default.csx", "Log(new Options(new Site(\"a\")).ToString());");

    public void Dispose()
    {
        cookbooks.Dispose();
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public void Shared_code_that_was_compiled_before_comes_from_disk_as_it_was()
    {
        var (web, site) = (Get("web"), Get("base"));
        var written = Entries();

        var (webAgain, siteAgain) = (Get("web"), Get("base"));

        Assert.Equal(written, Entries());
        Assert.Equal(2, written.Count);
        Assert.Equal(web.ToBytes(), webAgain.ToBytes());
        Assert.Equal(site.ToBytes(), siteAgain.ToBytes());
        Assert.Equal(["web/lib/options.csx"], webAgain.Files);
        Assert.Equal(["base"], webAgain.Uses);
        Assert.Equal(["Cookbooks.base"], siteAgain.Namespaces);
        Assert.True(webAgain.HasState && siteAgain.HasState);
        Assert.Single(siteAgain.Warnings);
    }

    [Theory]
    [InlineData("web/lib/options.csx", "record Options(Site Site, int Port = 80);", 1)]
    [InlineData("web/lib/more/script.csx", "class Now;", 1)]
    [InlineData("web/recipes/another.csx", "", 1)]
    [InlineData("base/resources/site.csx", "record Site(string Name);", 2)]
    [InlineData("base/resources/added.csx", "record Added;", 2)]
    [InlineData("base/files/other.csx", "", 0)]
    public void Changed_shared_code_and_what_depends_on_it_is_compiled_again(string file, string text, int compiled)
    {
        _ = (Get("web"), Get("base"));
        var written = Entries();

        cookbooks.With(file, text);
        _ = (Get("web"), Get("base"));

        Assert.Equal(written.Count + compiled, Entries().Count);
    }

    [Fact]
    public void A_changed_dependency_is_compiled_into_a_recipe_that_was_compiled_before()
    {
        var before = cookbooks.Recipes(Disk).Get(RunListItem.Parse("web"));

        cookbooks.With("base/resources/site.csx", "record Site(string Name, int Port = 80);");
        var after = cookbooks.Recipes(Disk).Get(RunListItem.Parse("web"));

        Assert.NotEqual(before.Assembly, after.Assembly);
        Assert.Equal(["base", "web"], after.Uses.Order());
    }

    [Fact]
    public void A_cookbook_without_such_files_has_no_shared_code()
    {
        cookbooks.With("alone/recipes/default.csx", "");

        Assert.Null(new SharedCache(cookbooks.Store, Disk).Get("alone"));
        Assert.Empty(Entries());
    }

    private DiskCache Disk => new(cache, TimeProvider.System);

    private SharedCode Get(string cookbook) => new SharedCache(cookbooks.Store, Disk).Get(cookbook)!;

    private List<string> Entries() => [.. Directory.GetFiles(cache, "*.shared").Order(StringComparer.Ordinal)];
}
