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
