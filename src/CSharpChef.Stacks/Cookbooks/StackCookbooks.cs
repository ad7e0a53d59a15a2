using System.Text.Json.Serialization;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>The state of its cookbooks that the commands of a stack use.</summary>
internal sealed record StackCookbooks : IDocument
{
    public static string Kind => "stack_cookbooks";

    public static string Noun => "state of the cookbooks";

    [JsonIgnore]
    public int Version { get; set; }

    public required string StackId { get; init; }

    /// <summary>The state; null when only the host key is known.</summary>
    public ResolvedSource? Resolved { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who asked for it: the ARN of a user, or system: with a part of the server.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>The origin of the source whose first use saw the host key: its URL without secrets.</summary>
    public string? HostKeyOf { get; init; }

    /// <summary>The host key of the Git server over SSH at the source's first use, in base64.</summary>
    public string? SshHostKey { get; init; }

    public string Id => IdOf(StackId);

    public string? OwnerStack => StackId;

    public static string IdOf(string stackId) => $"{stackId}/cookbooks";

    /// <summary>
    /// The state for a command that does not update the cookbooks; null when it must be looked up, as for a source that
    /// was changed since.
    /// </summary>
    public ResolvedSource? For(Source source) =>
        Resolved?.Source == CookbookSources.HashOf(source) ? Resolved : null;

    /// <summary>The host key that the server of a source must have; null before its first use.</summary>
    public string? HostKeyFor(Source source) => HostKeyOf == UrlOf(source) ? SshHostKey : null;

    /// <summary>The document after a look-up.</summary>
    public StackCookbooks With(Source source, ResolvedSource resolved, DateTimeOffset now, string by) => this with
    {
        Resolved = resolved,
        ResolvedAt = now,
        ResolvedBy = by,
        HostKeyOf = resolved.SshHostKey is null ? null : UrlOf(source),
        SshHostKey = resolved.SshHostKey,
    };

    private static string UrlOf(Source source) => SourceText.Url(SourceUrl.Parse(source.Url!)!);
}
