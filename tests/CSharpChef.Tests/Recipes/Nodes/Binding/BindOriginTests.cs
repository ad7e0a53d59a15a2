using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json.Serialization;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes.Binding;

/// <summary>What an error says about where the attribute comes from: the level, and the line of its file.</summary>
public sealed class BindOriginTests
{
    private const string Cookbook = """
        {
          "web": {
            "sites": [
              { "host": "a", "port": 80 },
              { "host": "b", "port": 81 }
            ],
            "limits": { "open": 10 }
          }
        }
        """;

    public enum Mode
    {
        Slow,
        Fast,
    }

    [Theory]
    [InlineData("\"color\": 7", "web.color\" is not a property of Web: did you mean \"colour\"? (set by host web1, hosts.json:3:5)")]
    [InlineData("\"colour\": 7", "web.colour\" must be a text, and is a number without quotes (set by host web1, hosts.json:3:5)")]
    [InlineData("\"MODE\": \"fats\"", "web.MODE\" must be one of Slow, Fast, and is \"fats\" (set by host web1, hosts.json:3:5)")]
    [InlineData("\"Weight\": 101", "web.Weight\" must be from 0 to 100, and is 101 (set by host web1, hosts.json:3:5)")]
    [InlineData("\"limits\": { \"open\": true }", "web.limits.open\" must be a whole number, and is true (set by host web1, hosts.json:3:17)")]
    [InlineData("\"zones\": { \"example.com\": { \"ttl\": 0 } }", "web.zones.example.com.ttl\" must be at least 1 and below 10, and is 0 (set by host web1, hosts.json:3:33)")]
    [InlineData("\"zones\": { \"example.com\": {} }", "web.zones.example.com.ttl\" is missing: Zone requires it (no level sets it; \"web.zones.example.com\" is set by host web1, hosts.json:3:16)")]
    [InlineData("\"sites\": [{ \"host\": \"a\" },\n{ \"host\": \"b\" }, { \"host\": \"c\",\n\"port\": \"x\" }]", "web.sites[2].port\" must be a whole number, and is \"x\" (set by host web1, hosts.json:5:1)")]
    [InlineData("\"sites+\": [{ \"host\": \"c\",\n\"port\": 0 }]", "web.sites[2].port\" must be from 1 to 65535, and is 0 (set by host web1, hosts.json:4:1)")]
    [InlineData("\"sites+\": [{ \"host\": \"c\", \"prot\": 1 }]", "web.sites[2].prot\" is not a property of Site: did you mean \"port\"? (set by host web1, hosts.json:3:31)")]
    [InlineData("\"sites+\": [{}]", "web.sites[2].host\" is missing: Site requires it (no level sets it; \"web.sites[2]\" is set by host web1, hosts.json:3:16)")]
    [InlineData("\"sites+\": [7]", "web.sites[2]\" must be an object, and is 7 (set by host web1, hosts.json:3:16)")]
    [InlineData("\"sites-\": [{ \"host\": \"a\", \"port\": 80 }], \"tls\": {}", "web.tls.cert\" must be set (no level sets it; \"web.tls\" is set by host web1, hosts.json:3:46)")]
    [InlineData("\"tls\": { \"cert\": \"/c\", \"file_mode\": \"x\" }", "web.tls.file_mode\" is not valid: write it octal (set by host web1, hosts.json:3:28)")]
    [InlineData("\"mail\": \"ops\"", "web.mail\" must be an e-mail address such as \"ops@example.com\" (set by host web1, hosts.json:3:5)")]
    [InlineData("\"level\": \"c\"", "web.level\" must be one of a, b (set by host web1, hosts.json:3:5)")]
    [InlineData("\"pet\": { \"kind\": \"cat\", \"lives\": \"x\" }", "web.pet.lives\" does not fit Animal (set by host web1, hosts.json:3:29)")]
    [InlineData("\"pet\": { \"kind\": \"bird\" }", "web.pet\" does not fit Animal: Read unrecognized type discriminator id 'bird' (set by host web1, hosts.json:3:5)")]
    public void An_error_names_the_path_the_level_and_the_line(string member, string message)
    {
        var host = $$"""
            { "hosts": { "web1": { "attributes": {
              "web": {
                {{member}} } } } } }
            """;

        Assert.Equal($"attribute \"{message}", Error(CookbookLevel(), HostLevel(host)));
    }

    [Fact]
    public void An_error_of_a_list_that_two_levels_made_names_the_level_of_the_item()
    {
        var host = """{ "hosts": { "web1": { "attributes": { "web": { "sites+": [{ "host": "c" }] } } } } }""";
        var cookbook = Cookbook.Replace("81", "810000", StringComparison.Ordinal);

        Assert.Equal(
            "attribute \"web.sites[1].port\" must be from 1 to 65535, and is 810000 (set by web/attributes/default.json:5:22)",
            Error(CookbookLevel(cookbook), HostLevel(host)));
    }

    [Fact]
    public void An_error_of_a_level_that_is_named_after_its_file_names_the_file_once()
    {
        var level = new JsonSource(Encoding.UTF8.GetBytes("""{ "web": { "mode": 1.5 } }"""), "hosts.json").Level()
            with
        { Name = "defaults of hosts.json" };

        Assert.Equal(
            "attribute \"web.mode\" must be one of Slow, Fast, and is 1.5 (set by defaults of hosts.json:1:12)",
            Error(level));
    }

    [Fact]
    public void A_section_that_is_null_is_an_error_with_its_level() => Assert.Equal(
        "attribute \"web\" must be an object, and is null (set by web/attributes/default.json:1:3)",
        Error(CookbookLevel("""{ "web": null }""")));

    [Fact]
    public void A_required_attribute_of_a_section_that_no_level_sets_says_so() => Assert.Equal(
        "attribute \"app.host\" is missing: Site requires it (no level sets it)",
        Assert.Throws<RecipeException>(() => NodeOf(CookbookLevel()).Bind<Site>("app")).Message);

    [Fact]
    public void A_list_or_an_item_of_a_list_can_be_bound_by_its_path()
    {
        var node = NodeOf(CookbookLevel());

        Assert.Equal(["a", "b"], node.Bind<List<Site>>("web.sites").Select(site => site.Host));
        Assert.Equal(81, node.Bind<Site>("web.sites[1]").Port);
        Assert.Equal(81, (int)node["web.sites[1].port"]);
        Assert.Empty(node.Bind<List<Site>>("web.nothing"));
    }

    private static string Error(params AttributeLevel[] levels) =>
        Assert.Throws<RecipeException>(() => NodeOf(levels).Bind<Web>("web")).Message;

    private static Node NodeOf(params AttributeLevel[] levels) => new("web1", Facts.None, new NodeAttributes(levels));

    private static AttributeLevel CookbookLevel(string json = Cookbook) =>
        new JsonSource(Encoding.UTF8.GetBytes(json), "web/attributes/default.json").Level();

    private static AttributeLevel HostLevel(string json)
    {
        var source = new JsonSource(Encoding.UTF8.GetBytes(json), "hosts.json");
        var attributes = source.Object()["hosts"]!["web1"]!["attributes"]!.AsObject();
        return source.Level("host web1", attributes, "hosts.web1.attributes");
    }

    private sealed record Web
    {
        public string Colour { get; init; } = "";

        public Mode Mode { get; init; }

        [Range(0, 100)]
        public int Weight { get; init; }

        public Dictionary<string, int> Limits { get; init; } = [];

        public IReadOnlyList<Site> Sites { get; init; } = [];

        public IReadOnlyDictionary<string, Zone> Zones { get; init; } = new Dictionary<string, Zone>();

        public Tls? Tls { get; init; }

        [EmailAddress]
        public string? Mail { get; init; }

        [AllowedValues("a", "b")]
        public string Level { get; init; } = "a";

        public Animal? Pet { get; init; }
    }

    private sealed record Site(string Host, [Range(1, 65535)] int Port = 80);

    private sealed record Zone([Range(1, 10, MaximumIsExclusive = true)] int Ttl);

    private sealed record Tls : IValidatableObject
    {
        [Required]
        public string? Cert { get; init; }

        [JsonPropertyName("file_mode")]
        public string FileMode { get; init; } = "0600";

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            FileMode[0] == '0' ? [] : [new ValidationResult("write it octal", [nameof(FileMode)])];
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Cat), "cat")]
    private abstract record Animal;

    private sealed record Cat(int Lives) : Animal;
}
