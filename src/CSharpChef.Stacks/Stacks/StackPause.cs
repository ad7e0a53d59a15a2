using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

/// <summary>A time in which the server starts no command of a stack by itself.</summary>
internal sealed record StackPause
{
    [Description("Why.")]
    public required string Reason { get; init; }

    [Description("Who paused it.")]
    public required string By { get; init; }

    [Description("When it began.")]
    public required DateTimeOffset Since { get; init; }

    [Description("When it ends by itself; absent when somebody must resume the stack.")]
    public DateTimeOffset? Until { get; init; }

    [Description("True when commands wait that users had started before it, as after a restore.")]
    public bool? HoldsEarlier { get; init; }

    public bool IsActive(DateTimeOffset now) => Until is null || now < Until;
}
