using System.Text.Json.Nodes;

namespace CSharpChef.Stacks.Operations.Model;

/// <summary>
/// Writes the definitions of waiters and paginators for AWS clients, the same as in the original SDKs.
/// </summary>
internal static class Waiters
{
    private static readonly string[] Starting = ["booting", "pending", "rebooting", "requested", "running_setup"];
    private static readonly string[] Leaving =
    [
        "shutting_down",
        "stopped",
        "stopping",
        "terminating",
        "terminated",
        "stop_failed"
    ];

    public static JsonObject All() => new()
    {
        ["version"] = 2,
        ["waiters"] = new JsonObject
        {
            ["AppExists"] =
                Waiter("DescribeApps", 1, Acceptor("status", 200, "success"), Acceptor("status", 400, "failure")),
            ["DeploymentSuccessful"] =
                OfStatus("DescribeDeployments", "Deployments[].Status", "successful", ["failed"]),
            ["InstanceOnline"] = OfInstances("online", ["setup_failed", "start_failed", .. Leaving]),
            ["InstanceRegistered"] = OfInstances("registered", ["setup_failed", .. Leaving]),
            ["InstanceStopped"] = OfInstances("stopped", [.. Starting, "setup_failed", "start_failed", "stop_failed"]),
            ["InstanceTerminated"] = OfInstances(
                "terminated",
                ["online", .. Starting, "setup_failed", "start_failed"],
                Acceptor("error", "ResourceNotFoundException", "success")),
        },
    };

    /// <summary>The paginators: only one operation returns pages.</summary>
    public static JsonObject Paginators() => new()
    {
        ["pagination"] = new JsonObject
        {
            ["DescribeEcsClusters"] = new JsonObject
            {
                ["input_token"] = "NextToken",
                ["output_token"] = "NextToken",
                ["limit_key"] = "MaxResults",
                ["result_key"] = "EcsClusters",
            },
        },
    };

    private static JsonObject OfInstances(string success, string[] failures, params JsonObject[] others) =>
        OfStatus("DescribeInstances", "Instances[].Status", success, failures, others);

    private static JsonObject OfStatus(
        string operation, string path, string success, string[] failures, params JsonObject[] others) => Waiter(
        operation,
        15,
        [Acceptor("pathAll", success, "success", path), .. others, .. failures.Select(
            word => Acceptor("pathAny", word, "failure", path))]);

    private static JsonObject Waiter(string operation, int delay, params JsonObject[] acceptors) => new()
    {
        ["operation"] = operation,
        ["delay"] = delay,
        ["maxAttempts"] = 40,
        ["acceptors"] = new JsonArray([.. acceptors]),
    };

    private static JsonObject Acceptor(string matcher, JsonNode expected, string state, string? argument = null)
    {
        var acceptor = new JsonObject { ["matcher"] = matcher, ["expected"] = expected, ["state"] = state };
        if (argument is not null)
        {
            acceptor["argument"] = argument;
        }

        return acceptor;
    }
}
