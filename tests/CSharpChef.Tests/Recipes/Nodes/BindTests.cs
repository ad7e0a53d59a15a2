using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes;

public sealed class BindTests
{
    public enum Speed
    {
        Slow,
        Fast,
    }

    [Fact]
    public void Defaults_hold_where_no_level_sets_a_value()
    {
        var site = Bind("{}");

        Assert.Equal((80, "www", Speed.Slow), (site.Port, site.Name, site.Speed));
    }

    [Fact]
    public void Values_go_into_properties_nested_ones_enums_and_lists()
    {
        var site = Bind(
            """{ "site": { "port": 81, "speed": "Fast", "tls": { "cert": "/c" }, "aliases": ["a", "b"] } }""");

        Assert.Equal((81, Speed.Fast, "/c"), (site.Port, site.Speed, site.Tls!.Cert));
        Assert.Equal(["a", "b"], site.Aliases);
    }

    [Fact]
    public void A_value_without_a_property_is_an_error_that_names_a_near_one() =>
        Assert.Equal(
            "attribute \"site.prot\" is not a property of Site: did you mean \"port\"?",
            Error("""{ "site": { "prot": 81 } }"""));

    [Fact]
    public void Without_a_near_one_it_names_none() =>
        Assert.Equal("attribute \"site.quux\" is not a property of Site", Error("""{ "site": { "quux": 81 } }"""));

    [Fact]
    public void A_nested_value_without_a_property_names_the_nested_type_and_its_near_property() =>
        Assert.Equal(
            "attribute \"site.tls.crt\" is not a property of Tls: did you mean \"cert\"?",
            Error("""{ "site": { "tls": { "crt": "x" } } }"""));

    [Theory]
    [InlineData("""{ "site": { "port": "eighty" } }""", "attribute \"site.port\" does not fit")]
    [InlineData("""{ "site": { "speed": "Faster" } }""", "attribute \"site.speed\" does not fit")]
    [InlineData("""{ "site": { "aliases": "a" } }""", "attribute \"site.aliases\" does not fit")]
    [InlineData("""{ "site": 7 }""", "attribute \"site\" does not fit")]
    public void A_value_that_does_not_fit_names_its_path(string json, string told) =>
        Assert.StartsWith(told, Error(json), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_valid_names_the_level_that_set_it()
    {
        var error = Error("""{ "site": { "port": 81 } }""", """{ "site": { "port": 99999 } }""");

        Assert.StartsWith("attribute \"site.port\" is not valid:", error, StringComparison.Ordinal);
        Assert.EndsWith("(set by level2)", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_invalid_attribute_value_is_named_in_the_error() =>
        Assert.Equal(2, Error("""{ "site": { "port": 0, "name": "much too long" } }""").Split('\n').Length);

    [Fact]
    public void A_section_by_a_dotted_path_is_found() =>
        Assert.Equal("/c", NodeOf("""{ "site": { "tls": { "cert": "/c" } } }""").Bind<Tls>("site.tls").Cert);

    private static Site Bind(params string[] levels) => NodeOf(levels).Bind<Site>("site");

    private static string Error(params string[] levels) => Assert.Throws<RecipeException>(() => Bind(levels)).Message;

    private static Node NodeOf(params string[] levels) => new(
        "web1", Facts.None, new NodeAttributes(levels.Select(
            (json, index) => new AttributeLevel($"level{index + 1}", (JsonObject)JsonNode.Parse(json)!))));

    private sealed record Site
    {
        [Range(1, 65535)]
        public int Port { get; init; } = 80;

        [StringLength(8)]
        public string Name { get; init; } = "www";

        public Speed Speed { get; init; }

        public Tls? Tls { get; init; }

        public IReadOnlyList<string> Aliases { get; init; } = [];
    }

    private sealed record Tls
    {
        public string Cert { get; init; } = "";
    }
}
