using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Operations;

/// <summary>Who asks, with which credential, from where.</summary>
internal sealed record Caller(string UserArn, UserRole Role)
{
    /// <summary>The id of the access key or token.</summary>
    public required string Credential { get; init; }

    public required string Address { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The same over all tries of one call; not trusted alone, as it may be unsigned.</summary>
    public string? InvocationId { get; init; }
}
