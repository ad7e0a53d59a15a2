using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Templates;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Templates;

public sealed class TemplateCacheTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly string cache = TemporaryFolder.Create("rendered-");
    private readonly SecretTexts secrets = new();

    public TemplateCacheTests() => Template("{{ port }} {{ node.hostname }}");

    public void Dispose()
    {
        cookbooks.Dispose();
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public void A_template_with_unchanged_inputs_is_rendered_once_and_then_read_from_the_cache()
    {
        Assert.Equal("80 web1", Render(new { Port = 80 }));
        Assert.Equal("80 web1", Render(new { Port = 80 }));
        Assert.Single(Kept());
    }

    [Fact]
    public void A_changed_variable_template_fact_attribute_or_node_name_makes_a_new_cache_entry()
    {
        Assert.Equal("80 web1", Render(new { Port = 80 }));
        Assert.Equal("81 web1", Render(new { Port = 81 }));
        Assert.Equal("80 web1", Render(new { Port = "80" }));
        Assert.Equal("80 web2", Render(new { Port = 80 }, NodeOf(hostname: "web2")));
        Assert.Equal("80 web1", Render(new { Port = 80 }, NodeOf(attributes: """{ "a": 1 }""")));
        Assert.Equal("80 web1", Render(new { Port = 80 }, NodeOf(name: "other")));
        Assert.Equal(6, Kept().Length);

        Template("port {{ port }}");
        Assert.Equal("port 80", Render(new { Port = 80 }));
        Assert.Equal(7, Kept().Length);
    }

    [Fact]
    public void Facts_that_a_cached_template_has_read_are_still_verified()
    {
        Template("{{ node.network.ip }}{% for m in node.mounts %}x{% endfor %}");
        var (first, second) = (NodeOf(), NodeOf());

        Render(null, first);
        Render(null, second);

        Assert.Equal(FactGroups.Network | FactGroups.Mounts, first.Facts.Read);
        Assert.Equal(first.Facts.Read, second.Facts.Read);
        Assert.Single(Kept());
    }

    [Fact]
    public void Facts_that_a_recipe_has_read_stay_read_and_are_not_attributed_to_the_template()
    {
        var (first, second) = (NodeOf(), NodeOf());
        _ = first.BootTime;

        Render(new { Port = 80 }, first);
        Render(new { Port = 80 }, second);

        Assert.Equal(FactGroups.Boot | FactGroups.Machine, first.Facts.Read);
        Assert.Equal(FactGroups.Machine, second.Facts.Read);
    }

    [Theory]
    [InlineData("{% include 'other' %}")]
    [InlineData("{% render 'other' %}")]
    [InlineData("{{ 'now' | date: '%Y' }}")]
    [InlineData("{{ 'Today' | date: '%Y' }}")]
    public void A_template_that_reads_other_templates_or_the_clock_is_not_cached(string template)
    {
        Template(template);
        cookbooks.With("web/templates/other", "other");

        Render(null);

        Assert.Empty(Kept());
    }

    [Fact]
    public void Templates_of_sensitive_resources_and_of_runs_with_secrets_are_not_cached()
    {
        Render(new { Port = 80 }, sensitive: true);
        secrets.Add("horse");
        Render(new { Port = Convert.ToBase64String("horse"u8) });

        Assert.Empty(Kept());
    }

    [Fact]
    public void Templates_of_a_run_whose_secrets_are_too_short_to_be_masked_are_not_cached()
    {
        secrets.AddLong(["abc"]);

        Render(new { Port = "abc" });

        Assert.Empty(Kept());
    }

    [Fact]
    public void A_damaged_cache_entry_is_rendered_again()
    {
        Render(new { Port = 80 });
        File.WriteAllText(Kept()[0], "CSharpChef recipe 1\nrubbish");

        Assert.Equal("80 web1", Render(new { Port = 80 }));
    }

    [Fact]
    public void A_template_that_fails_is_not_cached()
    {
        Template("{{ pott }}");

        Assert.Throws<RecipeException>(() => Render(new { Port = 80 }));
        Assert.Throws<RecipeException>(() => Render(new { Port = 80 }));
        Assert.Empty(Kept());
    }

    private static Node NodeOf(string hostname = "web1", string attributes = "{}", string name = "web1") => new(
        name,
        new Facts(new Dictionary<string, string>
        {
            ["hostname"] = hostname,
            ["network.ip"] = "10.0.0.1",
            ["mounts.0.device"] = "/dev/a",
            ["boot_time"] = "1"
        }),
        new NodeAttributes([new("x", new JsonSource(System.Text.Encoding.UTF8.GetBytes(attributes), "x").Object())]));

    private void Template(string text) => cookbooks.With("web/templates/x", text);

    private string Render(object? variables, Node? node = null, bool sensitive = false) =>
        new TemplateCache(
            cookbooks.Store,
            new(() => new TemplateRenderer(cookbooks.Store)),
            new DiskCache(cache, TimeProvider.System),
            node ?? NodeOf(),
            secrets).Render("web", "x", variables, sensitive);

    private string[] Kept() => Directory.GetFiles(cache, "*.rendered");
}
