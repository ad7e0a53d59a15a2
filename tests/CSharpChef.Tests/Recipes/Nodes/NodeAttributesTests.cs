using System.Text.Json.Nodes;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes;

public sealed class NodeAttributesTests
{
    [Fact]
    public void A_higher_level_replaces_one_value_and_keeps_its_siblings()
    {
        var merged = Of("""{ "site": { "port": 80, "name": "a" } }""", """{ "site": { "port": 81 } }""");

        Assert.Equal("""{"site":{"port":81,"name":"a"}}""", merged.Merged.ToJsonString());
        Assert.Equal("level2", merged.Origins["site.port"]);
        Assert.Equal("level1", merged.Origins["site.name"]);
    }

    [Fact]
    public void A_list_of_a_higher_level_replaces_a_list() =>
        Assert.Equal("[3]", Of("""{ "a": [1, 2] }""", """{ "a": [3] }""").Find("a")!.ToJsonString());

    [Theory]
    [InlineData("""{ "a+": [3] }""", "[1,2,3]")]
    [InlineData("""{ "a-": [1] }""", "[2]")]
    [InlineData("""{ "a-": [9] }""", "[1,2]")]
    [InlineData("""{ "a-": [2, 1] }""", "[]")]
    [InlineData("""{ "a+": [] }""", "[1,2]")]
    public void A_key_with_plus_appends_to_a_list_and_a_key_with_minus_removes_from_it(string second, string list)
    {
        var merged = Of("""{ "a": [1, 2] }""", second);

        Assert.Equal(list, merged.Find("a")!.ToJsonString());
        Assert.Equal(["a"], merged.Paths);
        Assert.Equal("level2", merged.Origins["a"]);
    }

    [Fact]
    public void A_key_with_plus_creates_a_missing_list() =>
        Assert.Equal("""{"a":[1]}""", Of("""{ "a+": [1] }""").Merged.ToJsonString());

    [Fact]
    public void A_key_with_minus_removes_equal_objects_from_a_list() =>
        Assert.Equal(
            """[{"n":2}]""",
            Of("""{ "a": [{ "n": 1 }, { "n": 2 }] }""", """{ "a-": [{ "n": 1 }] }""").Find("a")!.ToJsonString());

    [Fact]
    public void A_plus_at_the_end_of_a_key_whose_value_is_not_a_list_is_part_of_the_key() =>
        Assert.Equal("1", Of("""{ "c+": 1 }""").Find("c+")!.ToJsonString());

    [Theory]
    [InlineData("""{ "a": [1] }""", """{ "a+": 2 }""", "level2: \"a+\" must be a list, because it changes the list \"a\"")]
    [InlineData("""{ "a": [1] }""", """{ "a-": { "b": 1 } }""", "level2: \"a-\" must be a list, because it changes the list \"a\"")]
    [InlineData("""{ "a": 1 }""", """{ "a+": [2] }""", "level2: \"a+\" can only change a list, and \"a\" is not a list")]
    [InlineData("""{ "a": { "b": 1 } }""", """{ "a+": { "c": 2 } }""", "level2: \"a+\" is not needed: objects merge, so write \"a\"")]
    public void A_key_with_plus_or_minus_that_fits_no_list_is_an_error(string first, string second, string message) =>
        Assert.Equal(message, Assert.Throws<RecipeException>(() => Of(first, second)).Message);

    [Theory]
    [InlineData("""{ "a": { "lst+": [1] } }""", "a.lst", "lst+")]
    [InlineData("""{ "typo-": [1] }""", "typo", "typo-")]
    public void A_key_with_plus_or_minus_of_a_level_that_needs_lists_fits_a_lower_list_or_one_of_another_cookbook(
        string json, string path, string key)
    {
        AttributeLevel[] levels =
        [
            new("cookbook", (JsonObject)JsonNode.Parse("""{ "a": { "list": [] } }""")!),
            new("host", (JsonObject)JsonNode.Parse(json)!) { NeedsLists = true },
        ];

        var error = Assert.Throws<RecipeException>(() => new NodeAttributes(levels));

        Assert.StartsWith(
            $"host: \"{key}\" can only change a list, and no lower level has the list \"{path}\"", error.Message);
        Assert.NotNull(new NodeAttributes(levels, other => other == path).Find(path));
    }

    [Theory]
    [InlineData("""{ "a": { "typo+": 1 } }""", "host: \"typo+\" must be a list, because it changes the list \"typo\"")]
    [InlineData("""{ "other-": { "n": 1 } }""", "host: \"other-\" must be a list, because it changes the list \"other\"")]
    public void A_key_with_plus_or_minus_of_a_level_that_needs_lists_has_a_list(string json, string message)
    {
        var level = new AttributeLevel("host", (JsonObject)JsonNode.Parse(json)!) { NeedsLists = true };

        Assert.Equal(
            message, Assert.Throws<RecipeException>(() => new NodeAttributes([level], path => path == "other")).Message);
    }

    [Fact]
    public void A_name_that_ends_with_a_sign_stays_a_name_where_a_lower_level_has_it_or_it_is_a_section()
    {
        AttributeLevel[] levels =
        [
            new("cookbook", (JsonObject)JsonNode.Parse("""{ "c+": 1 }""")!),
            new("host", (JsonObject)JsonNode.Parse("""{ "c+": 2, "g++": { "version": 12 } }""")!) { NeedsLists = true },
        ];

        Assert.Equal("2", new NodeAttributes(levels).Find("c+")!.ToJsonString());
        Assert.Equal("12", new NodeAttributes(levels).Find("g++.version")!.ToJsonString());
    }

    [Fact]
    public void A_value_replaces_a_section_and_its_origins()
    {
        var merged = Of("""{ "a": { "b": 1, "c": 2 } }""", """{ "a": 3 }""");

        Assert.Equal("""{"a":3}""", merged.Merged.ToJsonString());
        Assert.Equal([new("a", "level2")], merged.Origins);
    }

    [Fact]
    public void A_section_replaces_a_value_and_its_origin()
    {
        var merged = Of("""{ "a": 3 }""", """{ "a": { "b": 1 } }""");

        Assert.Equal("""{"a":{"b":1}}""", merged.Merged.ToJsonString());
        Assert.Equal([new("a.b", "level2")], merged.Origins);
    }

    [Fact]
    public void Null_replaces_a_value()
    {
        var merged = Of("""{ "a": { "b": 1 } }""", """{ "a": { "b": null } }""");

        Assert.Null(merged.Find("a.b"));
        Assert.Equal("level2", merged.Origins["a.b"]);
    }

    [Fact]
    public void Merging_does_not_change_the_levels()
    {
        var lower = (JsonObject)JsonNode.Parse("""{ "a": { "list": [1] } }""")!;
        _ = new NodeAttributes(
            [new("one", lower), new("two", (JsonObject)JsonNode.Parse("""{ "a": { "list+": [2], "x": 1 } }""")!)]);

        Assert.Equal("""{"a":{"list":[1]}}""", lower.ToJsonString());
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a.x")]
    [InlineData("")]
    [InlineData("x")]
    public void A_path_without_a_value_finds_null(string path) => Assert.Null(Of("""{ "a": { "b": 1 } }""").Find(path));

    private static NodeAttributes Of(params string[] levels) =>
        new(levels.Select((json, index) => new AttributeLevel($"level{index + 1}", (JsonObject)JsonNode.Parse(json)!)));
}
