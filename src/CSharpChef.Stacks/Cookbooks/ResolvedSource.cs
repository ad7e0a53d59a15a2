namespace CSharpChef.Stacks.Cookbooks;

/// <summary>What a source had at one time: a state that never changes.</summary>
internal sealed record ResolvedSource
{
    /// <summary>Identifies type, URL and revision of the source, without secrets.</summary>
    public required string Source { get; init; }

    /// <summary>The 40 digits of a commit, or sha256: with the digits of an archive or of a folder's files.</summary>
    public required string State { get; init; }

    /// <summary>The id of the version: the name of its folder.</summary>
    public required string VersionId { get; init; }

    /// <summary>The host key of a Git server over SSH that was seen; null for all others.</summary>
    public string? SshHostKey { get; init; }
}
