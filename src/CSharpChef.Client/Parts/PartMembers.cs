using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Parts;

/// <summary>
/// Members in the form in which a file declares them. It differs from the API's in a few: custom JSON is an object
/// instead of text, the environment is a map instead of a list, and layers go by their short names.
/// </summary>
internal static class PartMembers
{
    public const string Hours = nameof(Hours);
    public const string Layers = nameof(Layers);
    public const string LoadBasedScaling = nameof(LoadBasedScaling);
    public const string Tags = nameof(Tags);

    private const string CustomJson = nameof(StackRecord.CustomJson);

    private static readonly IReadOnlyDictionary<string, string> EmptyDay = new Dictionary<string, string>();

    public static bool IsSecret(JsonNode? node) =>
        node is JsonValue value
            && value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>() == SecretText.Filtered;

    public static bool IsTrue(JsonValue? value) => value?.GetValueKind() == JsonValueKind.True;

    /// <summary>Members of a declaration: numbers as they are written, custom JSON as an object.</summary>
    public static JsonObject Plain(JsonObject declared) =>
        ReadCustomJson((JsonObject)JsonNode.Parse(declared.ToJsonString())!);

    public static JsonObject Of(StackRecord stack) =>
        Settings(PartKind.Stack, Json(stack, ClientJson.Default.StackRecord));

    public static JsonObject Of(LayerRecord layer) =>
        Settings(PartKind.Layer, Json(layer, ClientJson.Default.LayerRecord));

    public static JsonObject Of(AppRecord app, IReadOnlyDictionary<string, string> layers) =>
        Settings(PartKind.App, Json(app, ClientJson.Default.AppRecord))
            .With(Layers, Names(app.LayerIds, layers))
            .With(nameof(AppRecord.Environment), new JsonObject((app.Environment ?? [])
                .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value))));

    public static JsonObject Of(InstanceRecord instance, IReadOnlyDictionary<string, string> layers) =>
        Settings(PartKind.Instance, Json(instance, ClientJson.Default.InstanceRecord))
            .With(Layers, Names(instance.LayerIds, layers));

    public static JsonObject Of(PermissionRecord permission) =>
        Settings(PartKind.Permission, Json(permission, ClientJson.Default.PermissionRecord));

    public static JsonObject Of(LoadScalingRecord load) =>
        Json(load with { LayerId = null }, ClientJson.Default.LoadScalingRecord);

    /// <summary>The members of the API that a file can declare.</summary>
    public static JsonObject Settings(PartKind kind, JsonObject all) => ReadCustomJson(new(
        all.Where(pair => kind.Settings.Contains(pair.Key))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));

    /// <summary>The hours of a week as lists of numbers, from the API's <c>{ "Monday": { "8": "on" } }</c>.</summary>
    public static JsonObject HoursOf(TimeScalingRecord record) =>
        new(Enum.GetNames<DayOfWeek>().Select(day => KeyValuePair.Create<string, JsonNode?>(
            day, new JsonArray([.. On(record.AutoScalingSchedule?.GetValueOrDefault(day))]))));

    private static JsonObject Json<T>(T record, JsonTypeInfo<T> type) =>
        (JsonObject)JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(record, type))!;

    public static JsonObject With(this JsonObject members, string name, JsonNode value)
    {
        members[name] = value;
        return members;
    }

    private static JsonArray Names(IReadOnlyList<string>? ids, IReadOnlyDictionary<string, string> layers) =>
        [.. (ids ?? []).Select(id => layers.GetValueOrDefault(id, "?")).Order(StringComparer.Ordinal)
            .Select(name => (JsonNode)name)];

    private static IEnumerable<JsonNode> On(IReadOnlyDictionary<string, string>? hours) => (hours ?? EmptyDay)
        .Where(hour => hour.Value == "on")
        .Select(hour => int.Parse(hour.Key, null))
        .Order()
        .Select(hour => (JsonNode)hour);

    private static JsonObject ReadCustomJson(JsonObject members)
    {
        if (members[CustomJson] is JsonValue text)
        {
            members[CustomJson] = text.GetValue<string>() is { Length: > 0 } json
                ? JsonNode.Parse(json)
                : new JsonObject();
        }

        return members;
    }
}
