using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

/// <summary>A request that says no more than which.</summary>
internal sealed record StackRequest
{
    [Description("The stack.")]
    public required string StackId { get; init; }
}
