using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>A request that says no more than which.</summary>
internal sealed record InstanceRequest
{
    [Description("The instance.")]
    public required string InstanceId { get; init; }
}
