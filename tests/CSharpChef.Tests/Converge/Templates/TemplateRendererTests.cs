using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Templates;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Templates;

public sealed class TemplateRendererTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly Node node = new(
        "web1",
        new Facts(new Dictionary<string, string>
        {
            ["hostname"] = "web1",
            ["platform.name"] = "debian",
            ["platform.version"] = "12",
            ["memory.total"] = "2048",
            ["network.ip"] = "10.0.0.1",
            ["rack.unit"] = "7",
        }),
        new NodeAttributes([new("x", new JsonSource(
            """{ "site": { "port": 8080, "names": ["a", "b"], "tls": { "on": true } } }"""u8.ToArray(),
            "x").Object())]));

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("{{ MaxSize }} {{ maxSize }} {{ max_size }} {{ MAXSIZE }}", "5 5 5 5")]
    [InlineData("{{ ratio }} {{ price }} {{ big }} {{ on }} {{ kind }}", "1.5 2.5 9007199254740993 true Friday")]
    [InlineData("{{ html }}", "<a href=\"x\">&'</a>")]
    [InlineData("{% for b in backends %}{{ b.host_name }}:{{ b.port }};{% endfor %}{{ backends.size }}", "one:1;two:2;2")]
    [InlineData("{% for pair in map %}{{ pair[0] }}={{ pair[1] }}{% endfor %}{{ map.k }}{{ map['k'] }}", "k=vvv")]
    [InlineData("{{ nested.inner.leaf }}{{ nothing }}{% if nothing %}x{% else %}-{% endif %}", "deep-")]
    [InlineData("{% assign z = max_size | plus: 1 %}{{ z }}", "6")]
    [InlineData("{{ node.hostname }} {{ node.platform.name }} {{ node.network.ip }} {{ node.ip_address }} {{ node.rack.unit }}", "web1 debian 10.0.0.1 10.0.0.1 7")]
    [InlineData("{% if node.memory.total > 1000 %}big{% endif %}{% if node.platform.version == '12' %} twelve{% endif %}", "big twelve")]
    [InlineData("{{ node.site.port }} {% for n in node.site.names %}{{ n }}{% endfor %} {{ node.site.tls.on }}", "8080 ab true")]
    [InlineData("a\r\n{{ max_size }}\r\n", "a\r\n5\r\n")]
    [InlineData("{% include 'part' %}{% render 'part.liquid' %}", "partpart")]
    public void A_template_renders_as_Liquid_defines(string template, string expected)
    {
        cookbooks.With("web/templates/x", template).With("web/templates/part.liquid", "part");

        Assert.Equal(expected, Render("x"));
    }

    [Fact]
    public void Other_nodes_in_the_variables_have_their_names_facts_and_attributes()
    {
        cookbooks.With(
            "web/templates/x",
            "{% for n in nodes %}{{ n.name }} {{ n.hostname }} {{ n.platform.name }} {{ n.site.port }}{% endfor %}");

        Assert.Equal("web1 web1 debian 8080", new TemplateRenderer(cookbooks.Store).Render("web", "x", new { Nodes = new[] { node } }, node));
    }

    [Theory]
    [InlineData("{{ other.hostname }}", "web/templates/x: no facts of db1 are cached")]
    [InlineData("{{ other.site.prot }}", "web/templates/x:1:4: \"other.site.prot\" is neither in Variables nor a fact or attribute")]
    public void An_error_about_another_node_names_the_variable_of_the_template(string template, string message)
    {
        var other = new Node("db1", () => null, () => node.Attributes) { MissingFacts = "no facts of db1 are cached" };
        cookbooks.With("web/templates/x", template);

        var error = Assert.Throws<RecipeException>(
            () => new TemplateRenderer(cookbooks.Store).Render("web", "x", new { Other = other }, node));

        Assert.StartsWith(message, cookbooks.Below(error.Message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n{{ max_sise }}\n", "web/templates/x:2:4: \"max_sise\" is neither in Variables nor a fact or attribute of the node: did you mean \"max_size\"?")]
    [InlineData("a\n\n{{ nested.innr }}\n", "web/templates/x:3:4: \"nested.innr\" is neither")]
    [InlineData("{{ node.site.prot }}", "web/templates/x:1:4: \"node.site.prot\" is neither in Variables nor a fact or attribute of the node: did you mean \"node.site.port\"?")]
    [InlineData("{% if oops %}{% endif %}", "web/templates/x:1:7: \"oops\"")]
    [InlineData("{{ max_size | nofilter }}", "web/templates/x:1:15: Undefined filter 'nofilter'")]
    [InlineData("ok\n{% if %}", "web/templates/x:2:6: Invalid 'if' tag")]
    [InlineData("{% include 'gone' %}", "web/templates/x:1:13: there is no template \"gone\" to include")]
    [InlineData("{% include '../files/secret' %}", "web/templates/x:1:13: there is no template")]
    public void The_error_of_a_template_names_its_line(string template, string message)
    {
        cookbooks.With("web/templates/x", template).With("web/files/secret", "s");

        Assert.StartsWith(message, cookbooks.Below(Assert.Throws<RecipeException>(() => Render("x")).Message));
    }

    [Fact]
    public void A_template_is_found_with_or_without_its_extension_and_only_in_its_folder()
    {
        cookbooks.With("web/templates/site.conf.liquid", "ok").With("web/files/x", "");

        Assert.Equal("ok", Render("site.conf"));
        Assert.Equal("ok", Render("site.conf.liquid"));
        Assert.Contains(
            "did you mean \"site.conf.liquid\"?",
            Assert.Throws<RecipeException>(() => Render("sitee.conf.liquid")).Message);
        Assert.Contains("outside the cookbook", Assert.Throws<RecipeException>(() => Render("../files/x")).Message);
    }

    [Fact]
    public void Facts_that_a_template_reads_count_as_read()
    {
        cookbooks.With("web/templates/x", "{{ node.ip_address }}");

        Render("x");

        Assert.True(node.Facts.Read.HasFlag(FactGroups.Network));
        Assert.False(node.Facts.Read.HasFlag(FactGroups.Mounts));
    }

    [Fact]
    public async Task A_recipe_may_pass_any_object_to_a_template_and_use_files_of_its_cookbook()
    {
        cookbooks.With("web/templates/t.liquid", "{{ site.port }}/{{ user }}\n")
            .With("web/files/f", "bytes")
            .With("web/recipes/default.csx", """
                record Site(int Port);
                Template("/etc/t", t => t.Variables = new { Site = new Site(80), User = "www" });
                CookbookFile("/etc/f");
                """);
        await using var run = cookbooks.Start("web");
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(CancellationToken.None));

        var texts = finished.Resources.Resources.Select(
            each => ((FileStep)each.Actions[0].Steps(run.Node)[0]).Content!.Text);

        Assert.Equal(["80/www\n", "bytes"], texts);
    }

    private string Render(string source) => new TemplateRenderer(cookbooks.Store).Render("web", source, new
    {
        MaxSize = 5,
        Ratio = 1.5,
        Price = 2.50m,
        Big = 9007199254740993L,
        On = true,
        Kind = DayOfWeek.Friday,
        Html = "<a href=\"x\">&'</a>",
        Backends = new[] { new { HostName = "one", Port = 1 }, new { HostName = "two", Port = 2 } },
        Map = new Dictionary<string, string> { ["k"] = "v" },
        Nested = new { Inner = new { Leaf = "deep" } },
        Nothing = (string?)null,
    }, node);
}
