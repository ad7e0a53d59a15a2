using System.Text.Json.Nodes;

namespace CSharpChef.Client.Polling;

/// <summary>Finds the statuses that have changed since the previous answer.</summary>
internal sealed class StatusChanges
{
    private static readonly string[] Names = ["Hostname", "Type", "InstanceId", "DeploymentId", "CommandId"];

    private readonly Dictionary<string, string> last = [];

    /// <summary>A line for each record of the answer whose status is another one: its name and the status.</summary>
    public IEnumerable<string> Of(JsonNode? answer)
    {
        foreach (var (name, status) in Records(answer).Select(record => (NameOf(record), StatusOf(record))).ToList())
        {
            if (last.GetValueOrDefault(name) != status)
            {
                last[name] = status;
                yield return $"{name}: {status}";
            }
        }
    }

    private static IEnumerable<JsonObject> Records(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Records),
        JsonObject record when record["Status"] is JsonValue => [record],
        JsonObject members => members.SelectMany(member => Records(member.Value)),
        _ => [],
    };

    private static string NameOf(JsonObject record) =>
        Names.Select(name => record[name]?.GetValue<string>()).FirstOrDefault(name => name is not null) ?? "";

    private static string StatusOf(JsonObject record) => record["Status"]!.GetValue<string>();
}
