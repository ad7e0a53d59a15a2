using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>Values that no sensible client sends, for each member of a request however deep it is.</summary>
internal static class HostileRequests
{
    public static readonly IReadOnlyList<string> Hidden =
    [
        "a\0b", "a\u001b[2Jb", "a\rb", "a\u007fb", "a\u0085b", "a\u00adb", "a\u034fb", "a\u115fb", "a\u200bb", "a\u200eb", "a\u2028b", "a\u202eb",
        "a\u2066b", "a\u3164b", "a\ufe00b", "a\ufe0fb", "a\ufeffb", "a\ufff0b", "a\ud834\udd73b", "a\udb40\udc41b", "a\udb40\udd00b",
        "a\udb40\uddefb",
    ];

    public static readonly IReadOnlyList<string> Layout = ["a\tb", "a\nb", "a\r\nb"];

    // JSON can have half of a surrogate pair, and a text of .NET that is written as JSON cannot.
    private const string HalfPair = "HALF-OF-A-SURROGATE-PAIR";

    private static readonly IReadOnlyList<string> Odd =
    [
        HalfPair, """{"\ud800":1}""", """{"a":["\ud800"]}""", """{"a":{"\ud800":1,"\ud800":2}}""", .. UnusualCertificates.Pems,
        "", " ", "'", "\"; drop table document; --", "../../etc/passwd", "-oProxyCommand=x", "{", "%00", "*****FILTERED*****", "é\ud83d\ude00", "::1",
        new('\ud4db', 300), new('x', 2000), new('x', 200_000),
    ];

    private static readonly double[] Numbers = [0, -1, 1, 2.5, int.MaxValue, int.MinValue, 1e300, -1e-300];

    /// <summary>
    /// The bodies of the request with each hostile value in the place of each member, and with a hostile name, one at a
    /// time.
    /// </summary>
    public static IEnumerable<string> Bodies(JsonObject request, StructureShape shape) =>
        Of(request, shape).Append(WithName(request, HalfPair))
            .Select(changed => changed.ToJsonString().Replace(HalfPair, "\\ud800", StringComparison.Ordinal));

    private static JsonObject WithName(JsonObject request, string name)
    {
        var changed = request.DeepClone().AsObject();
        changed[name] = "x";
        return changed;
    }

    private static IEnumerable<JsonObject> Of(JsonObject request, StructureShape shape) =>
        shape.Members.SelectMany(member => Values(member.Shape).Select(value =>
        {
            var changed = request.DeepClone().AsObject();
            changed[member.Name] = value;
            return changed;
        }));

    /// <summary>The request with each of the texts in the place of each text, one at a time.</summary>
    public static IEnumerable<JsonObject> WithTexts(
        JsonObject request, StructureShape shape, IReadOnlyList<string> texts) =>
        shape.Members.SelectMany(member => Texts(member.Shape, texts).Select(value =>
        {
            var changed = request.DeepClone().AsObject();
            changed[member.Name] = value;
            return changed;
        }));

    /// <summary>A value of the shape whose other members are usual ones.</summary>
    public static JsonNode Usual(Shape shape) => shape switch
    {
        TextShape { Words: [var word, ..] } => word,
        TextShape => "x",
        NumberShape => 1,
        FlagShape => true,
        ListShape list => new JsonArray(Usual(list.Item)),
        MapShape map => new JsonObject { [KeyOf(map)] = Usual(map.Value) },
        StructureShape structure => new JsonObject(structure.Members.Select(
            member => KeyValuePair.Create<string, JsonNode?>(member.Name, Usual(member.Shape)))),
        _ => throw new InvalidOperationException($"no usual value of {shape}"),
    };

    private static IEnumerable<JsonNode?> Texts(Shape shape, IReadOnlyList<string> texts) => shape switch
    {
        TextShape => texts.Select(text => JsonValue.Create(text)),
        ListShape list => Texts(list.Item, texts).Select(value => new JsonArray(value)),
        MapShape map => Texts(map.Value, texts).Select(value => new JsonObject { [KeyOf(map)] = value }),
        StructureShape structure => WithTexts(Usual(structure).AsObject(), structure, texts),
        _ => [],
    };

    private static string KeyOf(MapShape map) => map.Keys is [var key, ..] ? key : "x";

    private static IEnumerable<JsonNode?> Values(Shape shape) =>
        [.. OfShape(shape), null, "text", 1, new JsonArray(), new JsonObject()];

    private static IEnumerable<JsonNode?> OfShape(Shape shape) => shape switch
    {
        TextShape { Words.Count: > 0 } => ["none of the words"],
        TextShape => [.. Hidden.Concat(Layout).Concat(Odd)],
        NumberShape => [.. Numbers],
        FlagShape => [true, false],
        ListShape list =>
        [
            new JsonArray([.. Enumerable.Range(0, 11_000).Select(_ => Usual(list.Item))]),
            .. OfShape(list.Item).Select(value => new JsonArray(value)),
        ],
        MapShape map =>
        [
            new JsonObject(Enumerable.Range(0, 1_100).Select(n => KeyValuePair.Create<string, JsonNode?>($"k{n}", "x"))),
            .. Hidden.Concat(Odd).Select(key => new JsonObject { [key] = Usual(map.Value) }),
            .. OfShape(map.Value).Select(value => new JsonObject { [KeyOf(map)] = value }),
        ],
        StructureShape structure => Of(Usual(structure).AsObject(), structure),
        _ => [],
    };
}
