using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>The source of cookbooks or of an app's code.</summary>
internal sealed record Source
{
    [Description("git, archive (a compressed archive over HTTP), s3 (an object's URL), svn, or for apps other (nothing is fetched).")]
    public SourceType? Type { get; init; }

    [Description(
        "A URL of https, http, ssh, git, svn or s3, or user@host:path. User part and query are returned filtered to those who may not change the object. Administrators may name a folder that the server allows.")]
    [Limit(4096)]
    public string? Url { get; init; }

    [Description("The user name, if required; for s3 the access key id.")]
    public string? Username { get; init; }

    [Description(
        "The password, if required; for s3 the secret access key. Returned filtered. It is removed when scheme, host or user name of Url change and it is not sent.")]
    public Secret? Password { get; init; }

    [Description(
        "The private key for git over SSH, without a passphrase. Returned filtered. It is removed when scheme, host or user name of Url change and it is not sent.")]
    [Limit(Limits.KeyBytes)]
    [Multiline]
    public Secret? SshKey { get; init; }

    [Description("A branch, tag or commit. Default: the default branch.")]
    public string? Revision { get; init; }

    /// <summary>
    /// The whole URL, when it has a user part or a query; these are then filtered in <see cref="Url"/>.
    /// </summary>
    [Hidden]
    public Secret? SealedUrl { get; init; }

    /// <summary>
    /// Returns the current source with the changes applied: members that are absent keep their value. A secret, and the
    /// filtered part of a URL, are kept only for the server and account for which they were given. An empty URL without
    /// a type removes the source.
    /// </summary>
    /// <param name="changes">The source as it was sent.</param>
    /// <param name="current">The present source with its URL opened.</param>
    public static Source? Merge(Source? changes, Source? current)
    {
        if (changes is null or { Type: null, Url: "" })
        {
            return changes is null ? current : null;
        }

        var url = SourceUrl.Merge(changes.Url, current?.Url);
        var keepsSecrets = SourceOrigin.IsSame(url, current?.Url);
        return new()
        {
            Type = changes.Type ?? current?.Type,
            Url = url,
            Username = Patch.Merge(changes.Username, current?.Username),
            Revision = Patch.Merge(changes.Revision, current?.Revision),
            Password = Secret.Merge(changes.Password, keepsSecrets ? current?.Password : null),
            SshKey = Secret.Merge(changes.SshKey, keepsSecrets ? current?.SshKey : null),
        };
    }
}
