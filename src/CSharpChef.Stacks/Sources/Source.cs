using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>The source of cookbooks or of an app's code.</summary>
internal sealed record Source
{
    [Description("git, archive (a compressed archive over HTTP), s3 (an object's URL) or svn.")]
    public SourceType? Type { get; init; }

    [Description("A URL, or the path of a Git repository that the server can read.")]
    [Limit(4096)]
    public string? Url { get; init; }

    [Description("The user name, if required; for s3 the access key id.")]
    public string? Username { get; init; }

    [Description("The password, if required; for s3 the secret access key. Returned filtered.")]
    public Secret? Password { get; init; }

    [Description("The private key for git over SSH, without a passphrase. Returned filtered.")]
    [Limit(Limits.KeyBytes)]
    [Multiline]
    public Secret? SshKey { get; init; }

    [Description("A branch, tag or commit. Default: the default branch.")]
    public string? Revision { get; init; }

    /// <summary>
    /// Replaces the current source as a whole, except that filtered secrets keep their values. An empty source removes
    /// the current one.
    /// </summary>
    public static Source? Merge(Source? changes, Source? current) => changes switch
    {
        null => current,
        { Type: null, Url: null or "" } => null,
        _ => changes with
        {
            Url = Patch.Merge(changes.Url, null),
            Username = Patch.Merge(changes.Username, null),
            Revision = Patch.Merge(changes.Revision, null),
            Password = Secret.Merge(
                changes.Password, changes.Password is { IsFiltered: true } ? current?.Password : null),
            SshKey = Secret.Merge(changes.SshKey, changes.SshKey is { IsFiltered: true } ? current?.SshKey : null),
        },
    };
}
