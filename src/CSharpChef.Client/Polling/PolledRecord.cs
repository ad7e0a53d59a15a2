using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Client.Polling;

/// <summary>The record to poll until a change is complete.</summary>
/// <param name="Operation">The operation that returns the status.</param>
/// <param name="Member">The member of its request that selects the record.</param>
/// <param name="Id">The member of the answer or the request of the change that has the id or ids.</param>
internal sealed record PolledRecord(string Operation, string Member, string Id)
{
    public static readonly PolledRecord Instance = new("DescribeInstances", "InstanceIds", "InstanceId");
    public static readonly PolledRecord Instances = new("DescribeInstances", "StackId", "StackId");
    public static readonly PolledRecord Deployment = new("DescribeCommandDetails", "DeploymentId", "DeploymentId");
    public static readonly PolledRecord Commands = new("DescribeCommandDetails", "CommandIds", "CommandIds");

    public JsonObject Request(JsonNode answer, JsonNode request)
    {
        var id = (answer[Id] ?? request[Id])!.DeepClone();
        var isList = ApiTargets.Find(Operation).Input.Find(Member)!.Shape is ListShape;
        return new() { [Member] = isList && id is not JsonArray ? new JsonArray(id) : id };
    }
}
