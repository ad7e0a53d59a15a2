using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>A request with only an id.</summary>
internal sealed record InstanceRequest
{
    [Description("The instance.")]
    public required string InstanceId { get; init; }
}
