using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Differences;

/// <summary>
/// Compares members. Objects are merged, so members that only the server has stay; custom JSON and lists are replaced.
/// </summary>
internal static class MemberDifference
{
    private const string Whole = nameof(StackRecord.CustomJson);
    private static readonly string[] Maps =
        [nameof(AppRecord.Environment), PartMembers.Tags, nameof(LayerRecord.Attributes)];

    public static IReadOnlyList<MemberChange> Of(JsonObject declared, JsonObject actual) =>
        [.. Compare("", declared, actual, whole: false)];

    /// <summary>Entries that only the server has, of maps that the file declares.</summary>
    public static IReadOnlyList<MemberChange> Extras(JsonObject declared, ActualPart actual) =>
    [
        .. from map in Maps
           where declared[map] is JsonObject && actual.Members[map] is JsonObject
           from pair in (JsonObject)actual.Members[map]!
           where !((JsonObject)declared[map]!).ContainsKey(pair.Key)
               && !(map == PartMembers.Tags && JsonNode.DeepEquals(actual.Inherited[pair.Key], pair.Value))
           select new MemberChange($"{map}.{pair.Key}", pair.Value, null),
    ];

    /// <summary>The members of the file over those of the server.</summary>
    public static JsonNode? Merged(string member, JsonNode? declared, JsonNode? actual)
    {
        if (member == Whole || declared is not JsonObject over || actual is not JsonObject below)
        {
            return declared?.DeepClone();
        }

        var merged = (JsonObject)below.DeepClone();
        foreach (var (name, value) in over)
        {
            merged[name] = Merged("", value, below[name]);
        }

        return merged;
    }

    private static IEnumerable<MemberChange> Compare(string path, JsonObject declared, JsonObject actual, bool whole)
    {
        foreach (var (name, value) in declared)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            foreach (var change in Compare(at, value, actual[name], whole || at == Whole))
            {
                yield return change;
            }
        }

        foreach (var (name, value) in whole ? actual.Where(pair => !declared.ContainsKey(pair.Key)) : [])
        {
            yield return new MemberChange($"{path}.{name}", value, null);
        }
    }

    private static IEnumerable<MemberChange> Compare(
        string path, JsonNode? declared, JsonNode? actual, bool whole) => (declared, actual) switch
        {
            (JsonObject over, JsonObject or null) => Compare(path, over, actual as JsonObject ?? [], whole),
            _ when JsonNode.DeepEquals(declared, actual)
                || SourceUrlDifference.IsKept(path, declared, actual)
                || (IsEmpty(declared) && IsEmpty(actual) && !MattersWhenEmpty(path)) =>
                [],
            _ => [new MemberChange(
                path, SourceUrlDifference.Shown(path, actual), SourceUrlDifference.Shown(path, declared))],
        };

    // A variable or tag with empty text exists all the same.
    private static bool MattersWhenEmpty(string path) =>
        path.StartsWith($"{nameof(AppRecord.Environment)}.", StringComparison.Ordinal)
        || path.StartsWith($"{PartMembers.Tags}.", StringComparison.Ordinal);

    // To the API an empty text, an empty list and nothing are the same.
    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0,
        _ => false,
    };
}
