using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net;
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
            "attribute \"site.prot\" is not a property of Site: did you mean \"port\"? (set by level1)",
            Error("""{ "site": { "prot": 81 } }"""));

    [Fact]
    public void The_error_suggests_nothing_when_no_property_is_similar() =>
        Assert.Equal(
            "attribute \"site.quux\" is not a property of Site (set by level1)", Error("""{ "site": { "quux": 81 } }"""));

    [Fact]
    public void The_error_of_a_nested_attribute_names_the_nested_type_and_a_similar_property() =>
        Assert.Equal(
            "attribute \"site.tls.crt\" is not a property of Tls: did you mean \"cert\"? (set by level1)",
            Error("""{ "site": { "tls": { "crt": "x" } } }"""));

    [Theory]
    [InlineData("\"port\": \"eighty\"", "port\" must be a whole number, and is \"eighty\"")]
    [InlineData("\"port\": 80.5", "port\" must be a whole number, and is 80.5")]
    [InlineData("\"port\": 3000000000", "port\" must be a whole number from -2147483648 to 2147483647, and is 3000000000")]
    [InlineData("\"port\": null", "port\" must be a whole number, and is null")]
    [InlineData("\"weight\": 256", "weight\" must be a whole number from 0 to 255, and is 256")]
    [InlineData("\"tls\": true", "tls\" must be an object, and is true")]
    [InlineData("\"debug\": \"yes\"", "debug\" must be true or false, and is \"yes\"")]
    [InlineData("\"rate\": \"fast\"", "rate\" must be a number, and is \"fast\"")]
    [InlineData("\"timeout\": \"5 minutes\"", "timeout\" must be a duration such as \"00:05:00\", and is \"5 minutes\"")]
    [InlineData("\"name\": 17", "name\" must be a text, and is a number without quotes")]
    [InlineData("\"name\": [\"a\"]", "name\" must be a text, and is a list")]
    [InlineData("\"speed\": \"Faster\"", "speed\" must be one of Slow, Fast, and is \"Faster\"")]
    [InlineData("\"speed\": 7", "speed\" must be one of Slow, Fast, and is 7")]
    [InlineData("\"aliases\": \"a\"", "aliases\" must be a list, and is a text")]
    [InlineData("\"aliases\": 7", "aliases\" must be a list, and is 7")]
    [InlineData("\"home\": \"http://ops:hunter2@web:port\"", "home\" must be an address such as \"https://example.com/\", and is another text")]
    [InlineData("\"codes\": { \"x\": 1 }", "codes.x\" must have a key that is a whole number")]
    [InlineData("\"codes\": { \"1\": \"hunter2\" }", "codes.1\" must be a whole number, and is \"hunter2\"")]
    [InlineData("\"codes\": \"hunter2\"", "codes\" must be an object, and is a text")]
    [InlineData("\"speeds\": { \"Medium\": 1 }", "speeds.Medium\" must have a key that is one of Slow, Fast")]
    [InlineData("\"frozen\": [\"a\", 1]", "frozen[1]\" must be a text, and is a number without quotes")]
    [InlineData("\"numbers\": { \"a\": \"x\" }", "numbers.a\" must be a whole number, and is \"x\"")]
    [InlineData("\"address\": \"web1\"", "address\" must be an IPAddress, and is a text")]
    [InlineData("\"address\": 7", "address\" must be an IPAddress, and is 7")]
    [InlineData("\"pair\": [1, 2]", "pair\" cannot become (int, string): attributes have no tuples, so write a record, or a list")]
    [InlineData("\"waiting\": { \"a\": 1 }", "waiting\" must be a Queue<int>, and is an object")]
    [InlineData("\"shape\": { \"x\": 1 }", "shape\" cannot become an IShape, because that type is abstract")]
    [InlineData("\"lost\": {}", "lost\" cannot become a Closed: give that type one public constructor, or one without parameters")]
    [InlineData("\"aliases\": [\"a\", 1]", "aliases[1]\" must be a text, and is a number without quotes")]
    [InlineData("\"limits\": { \"open\": \"x\" }", "limits.open\" must be a whole number, and is \"x\"")]
    public void An_attribute_of_the_wrong_type_is_an_error_with_its_path_and_the_allowed_values(
        string member, string message) =>
        Assert.Equal($"attribute \"site.{message} (set by level1)", Error($$"""{ "site": { {{member}} } }"""));

    [Fact]
    public void A_value_in_place_of_a_section_is_an_error() =>
        Assert.Equal("attribute \"site\" must be an object, and is 7 (set by level1)", Error("""{ "site": 7 }"""));

    [Fact]
    public void Numbers_in_quotes_and_words_in_any_case_are_accepted()
    {
        var site = Bind("""{ "site": { "Port": "81", "speed": "fast", "limits": { "open": 7 }, "weight": 255 } }""");

        Assert.Equal((81, Speed.Fast, 7, (byte)255), (site.Port, site.Speed, site.Limits["open"], site.Weight));
    }

    [Fact]
    public void Immutable_collections_keys_other_than_texts_and_types_with_a_text_form_are_bound()
    {
        var site = Bind("""
            { "site": { "codes": { "404": 1, "-1": 2 }, "speeds": { "fast": 3 }, "frozen": ["a"], "array": ["b"],
                        "words2": ["c", "c"], "numbers": { "a": 4 }, "address": "192.0.2.1" } }
            """);

        Assert.Equal((1, 2, 3, 4), (site.Codes[404], site.Codes[-1], site.Speeds[Speed.Fast], site.Numbers["a"]));
        Assert.Equal(["a", "b", "c"], [.. site.Frozen, .. site.Array, .. site.Words2]);
        Assert.Equal(IPAddress.Parse("192.0.2.1"), site.Address);
    }

    [Fact]
    public void All_errors_of_a_dictionary_are_shown() => Assert.Equal(
        2, Error("""{ "site": { "codes": { "x": 1, "2": "y" } } }""").Split('\n').Length);

    [Fact]
    public void Two_spellings_of_one_attribute_are_an_error() =>
        Assert.Contains(
            "\"site.Port\" sets Port again, in another case", Error("""{ "site": { "port": 1, "Port": 2 } }"""));

    [Theory]
    [InlineData("\"tls\": { \"key\": null }", "site.tls.key\" must be set")]
    [InlineData("\"backends\": [{ \"host\": \"a\" }, {}]", "site.backends[1].host\" must be set")]
    [InlineData("\"zones\": { \"eu\": { \"host\": \"a\", \"port\": 0 } }", "site.zones.eu.port\" must be from 1 to 65535, and is 0")]
    [InlineData("\"sizes\": { \"min\": 7 }", "site.sizes.min\" must be from 0 to 5, and is 7")]
    [InlineData("\"sizes\": { \"max\": 2, \"min\": 3 }", "site.sizes\" is not valid: min is above max")]
    public void Objects_in_objects_lists_and_dictionaries_are_validated(string member, string message) =>
        Assert.StartsWith(
            $"attribute \"{message}", Error($$"""{ "site": { {{member}} } }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"name\": null", "site.name")]
    [InlineData("\"aliases\": null", "site.aliases")]
    [InlineData("\"aliases\": [\"a\", null]", "site.aliases[1]")]
    [InlineData("\"backends\": [null]", "site.backends[0]")]
    [InlineData("\"zones\": { \"eu\": null }", "site.zones.eu")]
    [InlineData("\"in\": null", "site.in")]
    public void Null_for_a_property_or_an_item_that_is_not_nullable_is_an_error(string member, string path) =>
        Assert.Equal(
            $"attribute \"{path}\" must not be null (set by level1)", Error($$"""{ "site": { {{member}} } }"""));

    [Fact]
    public void Null_is_a_value_where_the_recipe_allows_it()
    {
        var site = Bind("""{ "site": { "tls": null, "timeout": null, "notes": [null], "words": { "a": null } } }""");

        Assert.Null(site.Tls);
        Assert.Equal([null], site.Notes);
        Assert.Null(site.Words["a"]);
    }

    [Fact]
    public void Rules_say_what_is_wanted_and_keep_the_message_of_their_author()
    {
        var error = Error("""{ "site": { "rules": { "code": "x", "tags": [], "short": "abc", "odd": 1, "blank": "" } } }""");

        Assert.Equal(
            [
                "attribute \"site.rules.code\" must match the pattern [0-9]+ (set by level1)",
                "attribute \"site.rules.tags\" must have at least 1 item, and has 0 (set by level1)",
                "attribute \"site.rules.short\" must have 4 to 8 characters, and has 3 (set by level1)",
                "attribute \"site.rules.odd\" is not valid: use the default (set by level1)",
                "attribute \"site.rules.blank\" must not be empty (set by level1)",
            ],
            error.Split('\n'));
    }

    [Fact]
    public void A_name_that_differs_in_all_letters_is_not_suggested() => Assert.Equal(
        "attribute \"site.in.z\" is not a property of Inner (set by level1)",
        Error("""{ "site": { "in": { "a": 1, "z": 1 } } }"""));

    [Fact]
    public void A_required_property_without_an_attribute_is_an_error() =>
        Assert.Equal(
            "attribute \"site.owner.name\" is missing: Owner requires it (no level sets it; \"site.owner\" is set by level1)",
            Error("""{ "site": { "owner": {} } }"""));

    [Fact]
    public void A_parameter_of_a_record_without_default_is_required() =>
        Assert.Equal(
            "attribute \"site.in.a\" is missing: Inner requires it (no level sets it; \"site.in\" is set by level1)",
            Error("""{ "site": { "in": { "b": null } } }"""));

    [Fact]
    public void A_constructor_that_refuses_its_arguments_is_an_error_with_the_path() =>
        Assert.Equal(
            "attribute \"site.owner\" is not valid: a name has no blanks (set by level1)",
            Error("""{ "site": { "owner": { "name": "a b" } } }"""));

    [Fact]
    public void All_attributes_of_a_wrong_type_are_named_at_once() =>
        Assert.Equal(2, Error("""{ "site": { "port": "x", "debug": 1 } }""").Split('\n').Length);

    [Fact]
    public void An_invalid_attribute_is_an_error_with_the_level_that_set_it()
    {
        var error = Error("""{ "site": { "port": 81 } }""", """{ "site": { "port": 99999 } }""");

        Assert.StartsWith("attribute \"site.port\" must be from 1 to 65535, and is 99999", error, StringComparison.Ordinal);
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

        public byte Weight { get; init; }

        public bool Debug { get; init; }

        public double Rate { get; init; }

        public TimeSpan? Timeout { get; init; }

        public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

        public Backend[] Backends { get; init; } = [];

        public Dictionary<string, Backend> Zones { get; init; } = [];

        public Pool? Sizes { get; init; }

        public Owner? Owner { get; init; }

        public Inner In { get; init; } = new(0);

        public List<string?> Notes { get; init; } = [];

        public Dictionary<string, string?> Words { get; init; } = [];

        public Ruled? Rules { get; init; }

        public Uri? Home { get; init; }

        public Dictionary<int, int> Codes { get; init; } = [];

        public IReadOnlyDictionary<Speed, int> Speeds { get; init; } = new Dictionary<Speed, int>();

        public ImmutableList<string> Frozen { get; init; } = [];

        public ImmutableArray<string> Array { get; init; }

        public IImmutableSet<string> Words2 { get; init; } = ImmutableHashSet<string>.Empty;

        public ImmutableDictionary<string, int> Numbers { get; init; } = ImmutableDictionary<string, int>.Empty;

        public IPAddress? Address { get; init; }

        public (int, string) Pair { get; init; }

        public Queue<int> Waiting { get; init; } = [];

        public IShape? Shape { get; init; }

        public Closed? Lost { get; init; }
    }

    private interface IShape;

    private sealed class Closed
    {
        private Closed()
        {
        }

        public static Closed? Instance { get; } = new();
    }

    private sealed record Inner(int A, string? B = null, string? C = null);

    private sealed record Ruled
    {
        [RegularExpression("[0-9]+")]
        public string Code { get; init; } = "1";

        [MinLength(1)]
        public string[] Tags { get; init; } = ["a"];

        [StringLength(8, MinimumLength = 4)]
        public string Short { get; init; } = "abcd";

        [Range(2, 4, ErrorMessage = "use the default")]
        public int Odd { get; init; } = 3;

        [Required]
        public string Blank { get; init; } = "a";
    }

    private sealed record Backend
    {
        [Required]
        public string? Host { get; init; }

        [Range(1, 65535)]
        public int Port { get; init; } = 80;
    }

    private sealed record Pool([Range(0, 5)] int Min, int Max = 10) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Min > Max ? [new ValidationResult("min is above max")] : [];
    }

    private sealed record Owner
    {
        public required string Name
        {
            get;
            init => field = value.Contains(' ') ? throw new ArgumentException("a name has no blanks") : value;
        }
    }

    private sealed record Tls
    {
        public string Cert { get; init; } = "";

        [Required]
        public string? Key { get; init; } = "k";
    }
}
