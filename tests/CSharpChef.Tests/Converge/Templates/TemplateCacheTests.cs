using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Templates;
using CSharpChef.Recipes;
using CSharpChef.Tests.Converge.Cookbooks;

namespace CSharpChef.Tests.Converge.Templates;

public sealed class TemplateCacheTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly string cache = Directory.CreateTempSubdirectory("rendered-").FullName;
    private readonly SecretTexts secrets = new();

    public TemplateCacheTests() => Template("{{ port }} {{ node.hostname }}");

    public void Dispose()
    {
        cookbooks.Dispose();
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public void What_nothing_changed_for_is_kept_once_and_known_again()
    {
        Assert.Equal("80 web1", Render(new { Port = 80 }));
        Assert.Equal("80 web1", Render(new { Port = 80 }));
        Assert.Single(Kept());
    }

    [Fact]
    public void Another_variable_template_fact_attribute_or_node_makes_another_text()
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
    public void Facts_a_template_read_are_verified_also_when_it_is_not_rendered()
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
    public void Facts_that_a_recipe_read_before_stay_read_and_do_not_count_as_the_templates()
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
    public void What_depends_on_more_is_rendered_each_time(string template)
    {
        Template(template);
        cookbooks.With("web/templates/other", "other");

        Render(null);

        Assert.Empty(Kept());
    }

    [Fact]
    public void Nothing_is_kept_of_a_sensitive_resource_or_a_run_that_knows_a_secret()
    {
        Render(new { Port = 80 }, sensitive: true);
        secrets.Add("horse");
        Render(new { Port = Convert.ToBase64String("horse"u8) });

        Assert.Empty(Kept());
    }

    [Fact]
    public void A_damaged_text_is_rendered_anew()
    {
        Render(new { Port = 80 });
        File.WriteAllText(Kept()[0], "CSharpChef recipe 1\nrubbish");

        Assert.Equal("80 web1", Render(new { Port = 80 }));
    }

    [Fact]
    public void A_template_that_fails_fails_each_time_and_leaves_nothing()
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
            ["hostname"] =
            hostname,
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
