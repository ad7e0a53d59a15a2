using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Texts;

namespace CSharpChef.Client.Parts;

/// <summary>
/// Members as a file says them, and as the API wants them. They differ in a few: custom JSON is an object here and a
/// text there, the environment a map here and a list there, and layers go by their short names here.
/// </summary>
internal static class PartMembers
{
    private const string CustomJson = "CustomJson";
    private const string Environment = "Environment";

    public static bool IsSecret(JsonNode? node) =>
        node is JsonValue value
            && value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>() == SecretText.Filtered;

    /// <summary>Of a declaration: numbers as they are written, custom JSON as an object.</summary>
    public static JsonObject Plain(JsonObject declared)
    {
        var members = (JsonObject)JsonNode.Parse(declared.ToJsonString())!;
        ReadCustomJson(members);
        return members;
    }

    /// <summary>Of an answer: what can be said of such a thing, and no more.</summary>
    public static JsonObject OfAnswer(PartKind kind, JsonObject answer, IReadOnlyDictionary<string, string> layers)
    {
        var settings = answer.Where(pair => kind.Settings.Contains(pair.Key));
        var members = new JsonObject(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        ReadCustomJson(members);
        if (members[Environment] is JsonArray variables)
        {
            members[Environment] = new JsonObject(
                variables.Select(one => KeyValuePair.Create(Text(one, "Key"), one!["Value"]?.DeepClone())));
        }

        if (kind == PartKind.Instance)
        {
            var names = (answer["LayerIds"] as JsonArray ?? []).Select(
                id => layers.GetValueOrDefault(id!.GetValue<string>(), "?"));
            members["Layers"] = new JsonArray([.. names.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]);
        }

        return members;
    }

    /// <summary>For a request. Tags, hours and scaling are not of it: they have operations of their own.</summary>
    public static JsonObject OfRequest(JsonObject members, Func<string, string> layerId)
    {
        var request = new JsonObject();
        foreach (var (name, value) in members)
        {
            switch (name)
            {
                case "Tags" or "Hours" or "LoadBasedScaling":
                    break;
                case CustomJson:
                    request[name] = value is JsonObject ? value.ToJsonString(ReadableJson.Options) : "";
                    break;
                case Environment:
                    request[name] = new JsonArray([.. ((JsonObject)value!).Select(Variable)]);
                    break;
                case "Layers":
                    request["LayerIds"] = new JsonArray(
                        [.. ((JsonArray)value!).Select(layer => (JsonNode)layerId(layer!.GetValue<string>()))]);
                    break;
                default:
                    request[name] = value?.DeepClone();
                    break;
            }
        }

        return request;
    }

    /// <summary>The hours of a week as the API has them: <c>{ "Monday": { "8": "on" } }</c>.</summary>
    public static JsonObject Schedule(JsonObject hours) =>
        new(hours.Select(day => KeyValuePair.Create<string, JsonNode?>(
        day.Key, new JsonObject(
            ((JsonArray)day.Value!).Select(hour => KeyValuePair.Create<string, JsonNode?>($"{hour}", "on"))))));

    public static JsonObject Hours(JsonObject schedule) =>
        new(Enum.GetNames<DayOfWeek>().Select(day => KeyValuePair.Create<string, JsonNode?>(
        day, new JsonArray([.. (schedule[day] as JsonObject ?? []).Where(hour => hour.Value!.GetValue<string>() == "on")
            .Select(hour => int.Parse(hour.Key, null)).Order().Select(hour => (JsonNode)hour)]))));

    // A secure variable is one whose value is filtered or comes from a secret.
    private static JsonNode Variable(KeyValuePair<string, JsonNode?> one) => one.Value is JsonObject hidden
        ? new JsonObject { ["Key"] = one.Key, ["Value"] = hidden["Secret"]?.DeepClone(), ["Secure"] = true }
        : new JsonObject
        {
            ["Key"] =
            one.Key,
            ["Value"] = one.Value?.DeepClone(),
            ["Secure"] = IsSecret(one.Value)
        };

    private static void ReadCustomJson(JsonObject members)
    {
        if (members[CustomJson] is JsonValue text)
        {
            members[CustomJson] = text.GetValue<string>() is { Length: > 0 } json
                ? JsonNode.Parse(json)
                : new JsonObject();
        }
    }

    private static string Text(JsonNode? node, string member) => node![member]!.GetValue<string>();
}
