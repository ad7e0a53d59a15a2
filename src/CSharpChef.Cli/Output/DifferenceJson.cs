using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Differences;

namespace CSharpChef.Cli.Output;

/// <summary>Formats differences as JSON, with the filtered text in place of secrets.</summary>
internal static class DifferenceJson
{
    public static string Of(string status, IEnumerable<StackDifference> differences) => new JsonObject
    {
        ["status"] = status,
        ["stacks"] = new JsonArray([.. differences.Select(Stack)]),
    }.ToJsonString();

    private static JsonNode Stack(StackDifference difference) => new JsonObject
    {
        ["stack"] = difference.Stack,
        ["add"] = difference.Count(PartAction.Add),
        ["change"] = difference.Count(PartAction.Change),
        ["remove"] = difference.Count(PartAction.Remove),
        ["keptSecrets"] = difference.KeptSecrets,
        ["changes"] = new JsonArray([.. difference.Changes.Select(Change)]),
        ["notInFile"] = Texts(difference.NotInFile),
        ["conflicts"] = Texts(difference.Conflicts),
    };

    private static JsonNode Change(PartChange change) => new JsonObject
    {
        ["action"] = JsonNamingPolicy.CamelCase.ConvertName(change.Action.ToString()),
        ["kind"] = change.Kind.Word,
        ["name"] = change.Key,
        ["members"] = new JsonArray([.. change.Members.Select(member => (JsonNode)new JsonObject
        {
            ["member"] = member.Path,
            ["before"] = member.Before?.DeepClone(),
            ["after"] = member.After?.DeepClone(),
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
