using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Polling;

/// <summary>Reads from an answer whether a change is in progress, and whether it failed.</summary>
internal static class Progress
{
    private static readonly IReadOnlyList<string> InProgress =
        [.. InstanceStatusGroups.InProgress.Select(EnumNames.Of), EnumNames.Of(DeploymentStatus.Running)];

    private static readonly IReadOnlyList<string> Failed =
    [
        .. InstanceStatusGroups.Failed.Select(EnumNames.Of),
        EnumNames.Of(DeploymentStatus.Failed),
        EnumNames.Of(CommandStatus.Expired),
    ];

    public static bool IsDone(JsonNode? answer) => !Words(answer).Any(InProgress.Contains);

    public static bool HasFailed(JsonNode? answer) => Words(answer).Any(Failed.Contains);

    // Status members, and in a summary the counts per status.
    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Words),
        JsonObject members => members.SelectMany(pair => pair switch
        {
            ("Status", JsonValue status) => [status.GetValue<string>()],
            ("InstancesCount", JsonObject counts) =>
                counts.Where(count => count.Value?.GetValue<int>() > 0).Select(
                    count => JsonNamingPolicy.SnakeCaseLower.ConvertName(count.Key)),
            _ => Words(pair.Value),
        }),
        _ => [],
    };
}
