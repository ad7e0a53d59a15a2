using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>What a command waits for.</summary>
internal sealed record CommandWait
{
    [Description("What it waits for, as a sentence.")]
    public required string Reason { get; init; }

    [Description("The command that must end before this one begins.")]
    public string? BehindCommandId { get; init; }

    [Description("When the wait ends at the latest: the pause of the stack, or the time after which the command expires.")]
    public DateTimeOffset? Until { get; init; }
}
