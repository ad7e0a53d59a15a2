namespace CSharpChef.Recipes;

/// <summary>The source of an app's code, or of a stack's cookbooks.</summary>
/// <param name="Type">The type: <c>git</c>, <c>archive</c>, <c>s3</c>, <c>svn</c> or <c>other</c>.</param>
public sealed record SourceInfo(string Type)
{
    /// <summary>The URL.</summary>
    public string? Url { get; init; }

    /// <summary>The branch, tag or commit; null for the default branch.</summary>
    public string? Revision { get; init; }

    /// <summary>The user name.</summary>
    public string? Username { get; init; }

    /// <summary>The password of the login, which is masked in all output.</summary>
    public string? Password { get; init; }

    /// <summary>The private key, a secret.</summary>
    public string? SshKey { get; init; }
}
