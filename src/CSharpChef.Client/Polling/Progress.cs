using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Client.Polling;

/// <summary>Whether something still goes on with what an answer tells of, and how it went.</summary>
internal static class Progress
{
    private static readonly string[] Going =
    [
        "requested", "pending", "booting", "running", "running_setup", "rebooting", "stopping", "shutting_down", "terminating", "registering", "assigning",
        "unassigning", "deregistering",
    ];

    private static readonly string[] Failed =
    [
        "failed",
        "start_failed",
        "setup_failed",
        "stop_failed",
        "connection_lost",
        "expired"
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
