using System.Text.Json.Nodes;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes;

public sealed class NodeTests
{
    private readonly Facts facts = new(new Dictionary<string, string>
    {
        ["hostname"] = "web1",
        ["cpu.count"] = "4",
        ["network.ip"] = "10.0.0.1",
        ["network.interfaces.lo.addresses"] = "127.0.0.1/8 ::1/128",
        ["network.interfaces.eth0.addresses"] = "10.0.0.1/24 fe80::1/64",
        ["network.interfaces.eth0.mac"] = "02:00:00:00:00:01",
        ["mounts.0.path"] = "/",
        ["mounts.0.size"] = "1000",
        ["login.root"] = "true",
        ["boot_time"] = "86400",
        ["users"] = "root ann",
    });

    [Fact]
    public void A_fact_takes_precedence_over_an_attribute_with_the_same_path() =>
        Assert.Equal("web1", NodeOf("""{ "hostname": "other" }""")["hostname"].ToString());

    [Fact]
    public void An_unknown_path_is_an_error_that_names_a_similar_path()
    {
        var error = Assert.Throws<RecipeException>(() => NodeOf("""{ "site": { "port": 80 } }""")["site.prot"]);

        Assert.StartsWith(
            "there is no fact or attribute \"site.prot\" on web1: did you mean \"site.port\"?",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_an_unknown_path_without_a_similar_one_names_the_command_that_lists_all()
    {
        var error = Assert.Throws<RecipeException>(() => NodeOf()["something.else.entirely"]);

        Assert.DoesNotContain("did you mean", error.Message, StringComparison.Ordinal);
        Assert.Contains("csharpchef show attributes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_converts_to_the_type_that_it_is_assigned_to()
    {
        var node = NodeOf("""{ "n": 5, "big": 5000000000, "x": 1.5, "yes": true, "text": "7", "list": ["a", 2] }""");
        int number = node["n"];
        long big = node["big"];
        double half = node["x"];
        bool yes = node["yes"];
        int fromText = node["text"];
        string text = node["n"];
        int count = node["cpu.count"];

        Assert.Equal((5, 5000000000, 1.5, true, 7, "5", 4), (number, big, half, yes, fromText, text, count));
        Assert.Equal(["a", "2"], node["list"].Items.Select(item => item.ToString()));
    }

    [Fact]
    public void An_attribute_that_cannot_be_converted_is_an_error_with_its_path()
    {
        var node = NodeOf("""{ "a": "x", "big": 5000000000, "list": [1] }""");

        Assert.Equal(
            "\"a\" is \"x\", not a whole number (set by level)",
            Assert.Throws<RecipeException>(() => (int)node["a"]).Message);
        Assert.Equal(
            "\"a\" is \"x\", not true or false (set by level)",
            Assert.Throws<RecipeException>(() => (bool)node["a"]).Message);
        Assert.Equal(
            "\"a\" is a text, not a list (set by level)", Assert.Throws<RecipeException>(() => node["a"].Items).Message);
        Assert.Equal(
            "\"big\" is 5000000000, not a whole number (set by level)",
            Assert.Throws<RecipeException>(() => (int)node["big"]).Message);
        Assert.Equal(
            "\"list[0]\" is 1, not true or false (set by level)",
            Assert.Throws<RecipeException>(() => (bool)node["list"].Items[0]).Message);
    }

    [Fact]
    public void The_properties_of_a_node_return_its_facts()
    {
        var node = NodeOf();

        Assert.Equal(["lo", "eth0"], node.Interfaces.Select(networkInterface => networkInterface.Name));
        Assert.Equal(["10.0.0.1", "fe80::1"], node.Addresses);
        Assert.Equal(1000, Assert.Single(node.Mounts).Size);
        Assert.Equal(new DateTimeOffset(1970, 1, 2, 0, 0, 0, TimeSpan.Zero), node.BootTime);
        Assert.Equal(["root", "ann"], node.Users);
        Assert.True(node.IsRoot);
    }

    [Fact]
    public void A_missing_fact_is_empty() =>
        Assert.Equal(("", 0), (NodeOf().Platform.Codename, NodeOf().Memory.Total));

    [Fact]
    public void Reading_a_fact_marks_only_its_group_for_verification()
    {
        var node = NodeOf();
        Assert.Equal(FactGroups.None, facts.Read);

        _ = node.Hostname;
        Assert.Equal(FactGroups.Machine, facts.Read);

        _ = node.Interfaces;
        Assert.Equal(FactGroups.Machine | FactGroups.Network, facts.Read);

        _ = node.Mounts;
        _ = node.IsRoot;
        Assert.Equal(FactGroups.Machine | FactGroups.Network | FactGroups.Mounts | FactGroups.Login, facts.Read);
    }

    [Theory]
    [InlineData("prot", "port")]
    [InlineData("Port", "port")]
    [InlineData("nginxx", "nginx")]
    [InlineData("ab", "port")]
    public void A_suggested_name_differs_in_one_or_two_letters(string wanted, string near) =>
        Assert.Equal(wanted == "ab" ? null : near, Nearest.Of(wanted, ["port", "nginx", "something"]));

    [Fact]
    public void Of_two_equally_similar_names_the_alphabetically_first_one_is_suggested() =>
        Assert.Equal("bat", Nearest.Of("aat", ["hat", "cat", "bat"]));

    private Node NodeOf(string attributes = "{}") =>
        new("web1", facts, new NodeAttributes([new("level", (JsonObject)JsonNode.Parse(attributes)!)]));
}
