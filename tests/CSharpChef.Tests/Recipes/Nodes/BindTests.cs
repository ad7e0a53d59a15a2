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
    public void A_property_without_an_attribute_keeps_its_default()
    {
        var site = Bind("{}");

        Assert.Equal((80, "www", Speed.Slow), (site.Port, site.Name, site.Speed));
    }

    [Fact]
    public void Attributes_set_nested_properties_enums_and_lists()
    {
        var site = Bind(
            """{ "site": { "port": 81, "speed": "Fast", "tls": { "cert": "/c" }, "aliases": ["a", "b"] } }""");

        Assert.Equal((81, Speed.Fast, "/c"), (site.Port, site.Speed, site.Tls!.Cert));
        Assert.Equal(["a", "b"], site.Aliases);
    }

    [Fact]
    public void An_attribute_without_a_property_is_an_error_that_names_a_similar_property() =>
        Assert.Equal(
            "attribute \"site.prot\" is not a property of Site: did you mean \"port\"?",
            Error("""{ "site": { "prot": 81 } }"""));

    [Fact]
    public void The_error_suggests_nothing_when_no_property_is_similar() =>
        Assert.Equal("attribute \"site.quux\" is not a property of Site", Error("""{ "site": { "quux": 81 } }"""));

    [Fact]
    public void The_error_of_a_nested_attribute_names_the_nested_type_and_a_similar_property() =>
        Assert.Equal(
            "attribute \"site.tls.crt\" is not a property of Tls: did you mean \"cert\"?",
            Error("""{ "site": { "tls": { "crt": "x" } } }"""));

    [Theory]
    [InlineData("""{ "site": { "port": "eighty" } }""", "attribute \"site.port\" does not fit")]
    [InlineData("""{ "site": { "speed": "Faster" } }""", "attribute \"site.speed\" does not fit")]
    [InlineData("""{ "site": { "aliases": "a" } }""", "attribute \"site.aliases\" does not fit")]
    [InlineData("""{ "site": 7 }""", "attribute \"site\" does not fit")]
    public void An_attribute_of_the_wrong_type_is_an_error_with_its_path(string json, string message) =>
        Assert.StartsWith(message, Error(json), StringComparison.Ordinal);

    [Fact]
    public void An_invalid_attribute_is_an_error_with_the_level_that_set_it()
    {
        var error = Error("""{ "site": { "port": 81 } }""", """{ "site": { "port": 99999 } }""");

        Assert.StartsWith("attribute \"site.port\" is not valid:", error, StringComparison.Ordinal);
        Assert.EndsWith("(set by level2)", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_names_every_invalid_attribute() =>
        Assert.Equal(2, Error("""{ "site": { "port": 0, "name": "much too long" } }""").Split('\n').Length);

    [Fact]
    public void A_section_can_be_bound_by_its_dotted_path() =>
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
