using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Client.Polling;

/// <summary>What to look at until a change has settled.</summary>
/// <param name="Operation">It tells the states.</param>
/// <param name="Member">Of its request: what to look at.</param>
/// <param name="Id">Where the answer to the change, or its request, has that.</param>
internal sealed record Following(string Operation, string Member, string Id)
{
    public static readonly Following Instance = new("DescribeInstances", "InstanceIds", "InstanceId");
    public static readonly Following Instances = new("DescribeInstances", "StackId", "StackId");
    public static readonly Following Deployment = new("DescribeDeployments", "DeploymentIds", "DeploymentId");

    public JsonObject Request(JsonNode answer, JsonNode request)
    {
        var id = (answer[Id] ?? request[Id])!.GetValue<string>();
        return new()
        {
            [Member] = ApiTargets.Find(Operation).Input.Find(Member)!.Shape is ListShape ? new JsonArray(id) : id
        };
    }
}
