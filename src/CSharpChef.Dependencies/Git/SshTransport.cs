using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Reaches repositories by the user's own ssh, in place of libgit2's way, which always passes a port, so that the
/// config of ssh cannot name one, and does not tell what ssh has printed.
/// </summary>
internal sealed class SshTransport : SmartSubtransport
{
    private static readonly Lazy<object[]> Registrations = new(() =>
    [
        .. new[] { "ssh", "git+ssh", "ssh+git" }.Select(GlobalSettings.RegisterSmartSubtransport<SshTransport>),
    ]);

    private SshStream? stream;

    /// <summary>Makes libgit2 use this for all URLs of ssh; does nothing when it does so already.</summary>
    public static void Register() => _ = Registrations.Value;

    // The answer to the first question and what follows come through one ssh.
    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action) => action switch
    {
        GitSmartSubtransportAction.UploadPackList => Open(url, "git-upload-pack"),
        GitSmartSubtransportAction.ReceivePackList => Open(url, "git-receive-pack"),
        _ => stream!,
    };

    protected override void Close() => stream?.End();

    private SshStream Open(string url, string command)
    {
        try
        {
            return stream = new SshStream(this, SshCommand.Start(SshDestination.Parse(url).Arguments(command)));
        }
        catch (LibGit2SharpException e)
        {
            SshFailure.Note(e.Message);
            throw;
        }
    }
}
