using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>Where cookbooks or an app's code come from.</summary>
internal sealed record Source
{
    [Description("git, archive (a compressed archive over HTTP), s3 (an object's URL) or svn.")]
    public SourceType? Type { get; init; }

    [Description("A URL, or the path of a Git repository that the server can read.")]
    public string? Url { get; init; }

    [Description("The user name, where one is asked for; of s3 the access key id.")]
    public string? Username { get; init; }

    [Description("The password, where one is asked for; of s3 the secret key. Read back filtered.")]
    public Secret? Password { get; init; }

    [Description("The private key for git over SSH, without a passphrase. Read back filtered.")]
    public Secret? SshKey { get; init; }

    [Description("A branch, tag or commit; the default branch if empty.")]
    public string? Revision { get; init; }

    /// <summary>
    /// A source is given as a whole; only its secrets may be sent back filtered. One that is empty removes what was.
    /// </summary>
    public static Source? Merge(Source? given, Source? below) => given switch
    {
        null => below,
        { Type: null, Url: null or "" } => null,
        _ => given with
        {
            Url = Patch.Merge(given.Url, null),
            Username = Patch.Merge(given.Username, null),
            Revision = Patch.Merge(given.Revision, null),
            Password = Secret.Merge(given.Password, given.Password is { IsFiltered: true } ? below?.Password : null),
            SshKey = Secret.Merge(given.SshKey, given.SshKey is { IsFiltered: true } ? below?.SshKey : null),
        },
    };
}
