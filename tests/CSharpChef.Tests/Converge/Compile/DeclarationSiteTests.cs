using CSharpChef.Converge.Compile;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile;

/// <summary>The compiler lists the calls that declare resources by the lines that the resources will have.</summary>
public sealed class DeclarationSiteTests : IDisposable
{
    private const string Vhosts = """
        VhostResource Vhost(string name) => Declare(new VhostResource(name));

        VhostResource PlacedVhost(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
            Declare(new VhostResource(name), null, file, line);

        void Site(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        {
            File($"/srv/{name}", null, file, line);
        }

        sealed class VhostResource(string name) : Resource(name)
        {
            protected override IEnumerable<ResourceAction> DefaultActions() => [];
        }
        """;

    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void Calls_of_words_are_listed_also_in_branches_that_do_not_run() => Assert.Equal(
        ["web/recipes/default.csx:1 Package", "web/recipes/default.csx:3 File", "web/recipes/default.csx:4 Service"],
        Sites("Package(\"nginx\");\nif (Node.Hostname == \"x\") {\n    File(\"/a\",\n  f => f.Notifies(Service(\"b\").Restart)); }"));

    [Fact]
    public void Words_that_declare_nothing_are_not_listed() => Assert.Equal(
        [], Sites("await Converge();\nvar x = await Query(\"true\");\nvar name = Node.Hostname;\nstring.Concat(\"a\");"));

    [Fact]
    public void A_call_of_a_cookbooks_word_is_listed_where_its_resource_has_its_place()
    {
        cookbooks.With("web/resources/vhosts.csx", Vhosts);

        Assert.Equal(
            ["web/recipes/default.csx:2 PlacedVhost", "web/recipes/default.csx:3 Site", "web/resources/vhosts.csx:1 Declare"],
            Sites("Vhost(\"a\");\nPlacedVhost(\"b\");\nSite(\"c\");").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_resources_of_a_recipe_have_the_places_that_the_compiler_listed()
    {
        const string Text = """
            File(
                "/a");
            this_folder
                ("/b");
            Declare
            (new OwnResource("c"));

            FileResource this_folder(
                string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
                File(path, null, file, line);

            sealed class OwnResource(string name) : Resource(name)
            {
                protected override IEnumerable<ResourceAction> DefaultActions() => [];
            }
            """;
        var sites = Sites(Text);

        var declared = await cookbooks.Evaluate("web");

        Assert.Equal(
            declared.Select(resource => resource.DeclaredAt.Line),
            sites.Select(site => int.Parse(site.Split(':')[1].Split(' ')[0])));
    }

    [Theory]
    [InlineData("if (true) { File(\"/a\"); } else { File(\"/b\"); } File(\"/c\");", "13 File,34 File,48 File", "1:13,1:48")]
    [InlineData("File(\"/a\", f => f.Notifies(Service(\"b\").Restart));", "1 File,28 Service", "1:1,1:28")]
    [InlineData("_ = true ? Own() : File(\"/b\"); FileResource Own([CallerFilePath] string @in = \"\", [CallerLineNumber] int line = 0) => File(\"/a\", null, @in, line);", "12 Own,20 File", "1:12")]
    [InlineData("var b = $\"{File(\"/a\").Path} {File(\"/b\").Path}\";", "12 File,30 File", "1:12,1:30")]
    [InlineData("\n    /* File( */ File(\"/a\"); Declare(new FileResource(\"/b\"), c => { });", "17 File,29 Declare", "2:17,2:29")]
    public async Task Each_of_several_calls_on_a_line_has_its_column(string recipe, string listed, string places)
    {
        cookbooks.With("web/recipes/default.csx", recipe);

        Assert.Equal(listed, string.Join(',', cookbooks.Compile("web").Declarations.Select(site => $"{site.Column} {site.Word}")));
        Assert.Equal(places, string.Join(',', (await cookbooks.Evaluate("web"))
            .Select(each => each.DeclaredAt).Select(at => $"{at.Line}:{at.Column}")));
    }

    [Fact]
    public async Task An_error_behind_a_call_that_passes_its_column_has_the_place_of_the_script()
    {
        cookbooks.With(
            "web/recipes/default.csx", "File(\"/a\"); File(\"/b\"); if (true) { throw new InvalidOperationException(\"no\"); }");

        Assert.StartsWith(
            "web/recipes/default.csx:1:37: ", cookbooks.Below((await cookbooks.EvaluateError("web")).Message));
    }

    [Fact]
    public void A_call_that_is_alone_on_its_line_is_listed_without_a_column()
    {
        cookbooks.With("web/recipes/default.csx", "  File(\"/a\");\n  File(\"/b\");");

        Assert.All(cookbooks.Compile("web").Declarations, site => Assert.Equal(0, site.Column));
    }

    [Fact]
    public void A_compiled_recipe_keeps_its_list_in_the_cache()
    {
        cookbooks.With("web/recipes/default.csx", "File(\"/a\");\nPackage(\"b\");");
        var compiled = cookbooks.Compile("web");

        Assert.Equal(compiled.Declarations, CompiledRecipe.FromBytes(compiled.ToBytes()).Declarations);
    }

    private List<string> Sites(string recipe)
    {
        cookbooks.With("web/recipes/default.csx", recipe);
        return [.. cookbooks.Compile("web").Declarations.Select(site => $"{site.Path}:{site.Line} {site.Word}")];
    }
}
