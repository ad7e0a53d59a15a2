using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

/// <summary>A request with only an id.</summary>
internal sealed record StackRequest
{
    [Description("The stack.")]
    public required string StackId { get; init; }
}
