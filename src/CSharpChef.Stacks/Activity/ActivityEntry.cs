namespace CSharpChef.Stacks.Activity;

/// <summary>An entry of the activity log: the user, the operation, its time, the address and the outcome.</summary>
internal sealed record ActivityEntry
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? StackId { get; init; }

    public string? Subject { get; init; }

    public required string Operation { get; init; }

    public required string IamUserArn { get; init; }

    public required string Credential { get; init; }

    public required string Address { get; init; }

    public required string RequestId { get; init; }

    public required string Outcome { get; init; }

    public required IReadOnlyList<ActivityChange> Changes { get; init; }
}
