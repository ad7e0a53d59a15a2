using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Everything that the API tells an administrator about a store, as one JSON text.</summary>
internal sealed class StoreDescription
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] OfServer =
    [
        "DescribeStacks", "DescribeUserProfiles", "DescribeUserRoles", "DescribeMyUserProfile", "DescribePermissions",
        "DescribeAccessKeys", "DescribeTokens", "DescribeEcsClusters", "DescribeRetention",
    ];

    private static readonly string[] OfStack =
    [
        "DescribeStackSummary", "DescribeStackProvisioningParameters", "DescribeLayers", "DescribeInstances",
        "DescribeApps", "DescribeDeployments", "DescribeElasticIps", "DescribeElasticLoadBalancers",
        "DescribeRaidArrays", "DescribeRdsDbInstances", "DescribeServiceErrors", "DescribeVolumes",
    ];

    private readonly JsonArray answers = [];
    private readonly TestPlane server;

    private StoreDescription(TestPlane server) => this.server = server;

    public static async Task<string> OfAsync(TestPlane server)
    {
        var description = new StoreDescription(server);
        await description.ServerAsync();
        return description.answers.ToJsonString(Indented) + "\n";
    }

    private async Task ServerAsync()
    {
        foreach (var operation in OfServer)
        {
            await AskAsync(operation, []);
        }

        await AskAsync("DescribeActivity", new() { ["MaxResults"] = 1000 });
        foreach (var stack in List(answers[0]!["answer"]!, "Stacks"))
        {
            await StackAsync(stack);
        }
    }

    private async Task StackAsync(JsonNode stack)
    {
        var stackId = stack["StackId"]!.GetValue<string>();
        var answersOfStack = new Dictionary<string, JsonNode>();
        foreach (var operation in OfStack)
        {
            answersOfStack[operation] = await AskAsync(operation, new() { ["StackId"] = stackId });
        }

        await TagsAsync(stack);
        await LayersAsync(List(answersOfStack["DescribeLayers"], "Layers"));
        await InstancesAsync(List(answersOfStack["DescribeInstances"], "Instances"));
        foreach (var deployment in List(answersOfStack["DescribeDeployments"], "Deployments"))
        {
            var id = deployment["DeploymentId"]!.GetValue<string>();
            await AskAsync("DescribeCommands", new() { ["DeploymentId"] = id });
        }
    }

    private async Task LayersAsync(IReadOnlyList<JsonNode> layers)
    {
        foreach (var layer in layers)
        {
            await TagsAsync(layer);
            var id = layer["LayerId"]!.GetValue<string>();
            await AskAsync("DescribeLoadBasedAutoScaling", new() { ["LayerIds"] = new JsonArray(id) });
        }
    }

    private async Task InstancesAsync(IReadOnlyList<JsonNode> instances)
    {
        foreach (var instance in instances)
        {
            var id = instance["InstanceId"]!.GetValue<string>();
            await AskAsync("DescribeTimeBasedAutoScaling", new() { ["InstanceIds"] = new JsonArray(id) });
            await AskAsync("DescribeCommands", new() { ["InstanceId"] = id });
        }
    }

    private Task<JsonNode> TagsAsync(JsonNode owner) =>
        AskAsync("ListTags", new() { ["ResourceArn"] = owner["Arn"]!.GetValue<string>() });

    private async Task<JsonNode> AskAsync(string operation, JsonObject request)
    {
        var answer = await server.CallAsync(operation, request.ToJsonString());
        var call = new JsonObject { ["operation"] = operation, ["request"] = request, ["answer"] = answer };
        answers.Add((JsonNode)call);
        return answer;
    }

    private static IReadOnlyList<JsonNode> List(JsonNode answer, string member) =>
        [.. answer[member]!.AsArray().Select(item => item!)];
}
