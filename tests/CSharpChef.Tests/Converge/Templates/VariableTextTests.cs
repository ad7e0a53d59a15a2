using System.Text.Json.Nodes;
using CSharpChef.Converge.Templates;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Converge.Templates;

public sealed class VariableTextTests
{
    public static TheoryData<object?, object?> Different => new()
    {
        { null, "" },
        { "1", 1 },
        { 1, 1L },
        { 1.5, 1.5m },
        { true, "True" },
        { new { A = 1 }, new { B = 1 } },
        { new { A = "1", B = "" }, new { A = "", B = "1" } },
        { new { A = new[] { "a", "b" } }, new { A = new[] { "a b" } } },
        { new[] { new[] { 1 }, [2] }, new[] { new[] { 1, 2 } } },
        { new Dictionary<string, object?> { ["a"] = null }, new Dictionary<string, object?> { ["a"] = "null" } },
        { DayOfWeek.Friday, DayOfWeek.Monday },
        { new Size(1), new Size(2) },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Different_variables_have_different_cache_texts(object? one, object? other) =>
        Assert.NotEqual(TextOf(one) ?? "none", TextOf(other));

    [Fact]
    public void Equal_variables_have_the_same_cache_text() => Assert.Equal(
        TextOf(new { A = new[] { 1, 2 }, B = new Size(3), C = new Dictionary<string, int> { ["k"] = 1 } }),
        TextOf(new { A = new[] { 1, 2 }, B = new Size(3), C = new Dictionary<string, int> { ["k"] = 1 } }));

    [Fact]
    public void Variables_that_cannot_be_compared_reliably_have_no_cache_text()
    {
        object[] uncertain = [new Round(), new { When = DateTime.UnixEpoch }, new
        {
            Act = (Action)(() => { })
        }, Enumerable.Range(0, 3000), Enumerable.Range(1, 2).Select(i => 1 / (i - 1))];

        Assert.All(uncertain, variables => Assert.Null(TextOf(variables)));
    }

    [Fact]
    public void A_node_and_its_parts_are_told_apart_by_all_that_a_template_can_read_of_them()
    {
        Node[] nodes =
        [
            NodeOf("web2"),
            NodeOf("web3"),
            NodeOf("web2", address: "10.0.0.2"),
            NodeOf("web2", groups: ["web"]),
            NodeOf("web2", hostname: "other"),
            NodeOf("web2", attributes: """{ "a": 1 }"""),
            new("web2", () => null, () => NodeAttributes.None),
        ];

        var texts = nodes.Select(node => TextOf(new[] { node })).ToList();

        Assert.DoesNotContain(null, texts);
        Assert.Equal(texts, texts.Distinct());
        Assert.Equal(texts[0], TextOf(new[] { NodeOf("web2") }));
        Assert.NotEqual(TextOf(NodeOf("a").Platform), TextOf(NodeOf("a", hostname: "other").Platform));
        Assert.Equal(TextOf(Current), TextOf(Current));
        Assert.NotEqual(TextOf(Current), TextOf(nodes[0]));
    }

    private static readonly Node Current = NodeOf("web1");

    private static string? TextOf(object? variables) => VariableText.Of(variables, Current);

    private static Node NodeOf(
        string name, string hostname = "host", string address = "", string[]? groups = null, string attributes = "{}") =>
        new(
            name,
            new Facts(new Dictionary<string, string> { ["hostname"] = hostname }),
            new NodeAttributes([new AttributeLevel("x", (JsonObject)JsonNode.Parse(attributes)!)]))
        {
            Address = address,
            Groups = groups ?? [],
        };

    private sealed record Size(int Width);

    private sealed class Round
    {
        public Round Self => this;
    }
}
