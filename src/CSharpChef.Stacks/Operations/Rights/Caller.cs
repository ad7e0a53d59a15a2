namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The user who calls, their credential and their address.</summary>
internal sealed record Caller(string UserArn, UserRole Role)
{
    /// <summary>The id of the access key or token.</summary>
    public required string Credential { get; init; }

    public required string Address { get; init; }

    public required string RequestId { get; init; }

    /// <summary>
    /// The URL of the server by which the caller reached it, without a path; null when it is not known.
    /// </summary>
    public string? Server { get; init; }

    /// <summary>The id that all tries of one call share; not trusted alone, because it may be unsigned.</summary>
    public string? InvocationId { get; init; }
}
