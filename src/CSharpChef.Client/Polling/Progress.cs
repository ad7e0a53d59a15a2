using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Polling;

/// <summary>Whether something still goes on with what an answer tells of, and how it went.</summary>
internal static class Progress
{
    private static readonly IReadOnlyList<string> Going =
        [.. InstanceStatusGroups.InProgress.Select(EnumNames.Of), EnumNames.Of(DeploymentStatus.Running)];

    private static readonly IReadOnlyList<string> Failed =
    [
        .. InstanceStatusGroups.Failed.Select(EnumNames.Of),
        EnumNames.Of(DeploymentStatus.Failed),
        EnumNames.Of(CommandStatus.Expired),
    ];

    public static bool IsSettled(JsonNode? answer) => !Words(answer).Any(Going.Contains);

    public static bool HasFailed(JsonNode? answer) => Words(answer).Any(Failed.Contains);

    // States of things, and in a summary the states that something is in.
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
