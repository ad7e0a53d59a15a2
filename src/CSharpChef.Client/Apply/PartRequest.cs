using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Texts;

namespace CSharpChef.Client.Apply;

/// <summary>
/// Members of a file in the form in which the API takes them. Tags, hours and scaling are left out: they have
/// operations of their own.
/// </summary>
internal static class PartRequest
{
    public const string Secret = nameof(Secret);

    public static JsonObject Of(JsonObject members, Func<string, string> layerId)
    {
        var request = new JsonObject();
        foreach (var (name, value) in members)
        {
            switch (name)
            {
                case PartMembers.Tags or PartMembers.Hours or PartMembers.LoadBasedScaling:
                    break;
                case nameof(StackRecord.CustomJson):
                    request[name] = value is JsonObject ? value.ToJsonString(ReadableJson.Options) : "";
                    break;
                case nameof(AppRecord.Environment):
                    request[name] = new JsonArray([.. ((JsonObject)value!).Select(Variable)]);
                    break;
                case PartMembers.Layers:
                    request[nameof(InstanceRecord.LayerIds)] = new JsonArray(
                        [.. ((JsonArray)value!).Select(layer => (JsonNode)layerId(layer!.GetValue<string>()))]);
                    break;
                default:
                    request[name] = value?.DeepClone();
                    break;
            }
        }

        return request;
    }

    /// <summary>The hours of a week as the API takes them: <c>{ "Monday": { "8": "on" } }</c>.</summary>
    public static JsonObject Schedule(JsonObject hours) => new(hours.Select(
        day => KeyValuePair.Create<string, JsonNode?>(day.Key, new JsonObject(((JsonArray)day.Value!)
            .Select(hour => KeyValuePair.Create<string, JsonNode?>($"{hour}", "on"))))));

    // A variable is secure when its value is filtered or comes from a secret.
    private static JsonNode Variable(KeyValuePair<string, JsonNode?> variable) => new JsonObject
    {
        [nameof(VariableRecord.Key)] = variable.Key,
        [nameof(VariableRecord.Value)] =
            (variable.Value is JsonObject hidden ? hidden[Secret] : variable.Value)?.DeepClone(),
        [nameof(VariableRecord.Secure)] = variable.Value is JsonObject || PartMembers.IsSecret(variable.Value),
    };
}
