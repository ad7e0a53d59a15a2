using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>Where cookbooks or an app's code come from.</summary>
internal sealed record Source
{
    [Says("git, archive (a compressed archive over HTTP), s3 (an object's URL) or svn.")]
    public SourceType? Type { get; init; }

    [Says("A URL, or the path of a Git repository that the server can read.")]
    public string? Url { get; init; }

    [Says("The user name, where one is asked for; of s3 the access key id.")]
    public string? Username { get; init; }

    [Says("The password, where one is asked for; of s3 the secret key. Read back filtered.")]
    public Secret? Password { get; init; }

    [Says("The private key for git over SSH, without a passphrase. Read back filtered.")]
    public Secret? SshKey { get; init; }

    [Says("A branch, tag or commit; the default branch if empty.")]
    public string? Revision { get; init; }

    /// <summary>
    /// A source is given as a whole; only its secrets may be sent back filtered. One that is empty removes what was.
    /// </summary>
    public static Source? Over(Source? given, Source? below) => given switch
    {
        null => below,
        { Type: null, Url: null or "" } => null,
        _ => given with
        {
            Url = Given.Over(given.Url, null),
            Username = Given.Over(given.Username, null),
            Revision = Given.Over(given.Revision, null),
            Password = Secret.Over(given.Password, given.Password is { IsFiltered: true } ? below?.Password : null),
            SshKey = Secret.Over(given.SshKey, given.SshKey is { IsFiltered: true } ? below?.SshKey : null),
        },
    };
}
