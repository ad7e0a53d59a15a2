using System.Text.Json.Nodes;

namespace CSharpChef.Client.Polling;

/// <summary>Finds the statuses that have changed since the previous answer.</summary>
internal sealed class StatusChanges
{
    private static readonly string[] Names = ["Hostname", "Type", "InstanceId", "DeploymentId", "CommandId"];

    private readonly Dictionary<string, string> last = [];

    /// <summary>
    /// A line for each record of the answer whose status is another one: its name, the status, and why it ended so.
    /// </summary>
    public IEnumerable<string> Of(JsonNode? answer)
    {
        foreach (var record in Records(answer).ToList())
        {
            var (name, status) = (NameOf(record), record["Status"]!.GetValue<string>());
            if (last.GetValueOrDefault(name) != status)
            {
                last[name] = status;
                yield return $"{name}: {status}{(record["Ending"]?.GetValue<string>() is { } why ? $", {why}" : "")}";
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
}
