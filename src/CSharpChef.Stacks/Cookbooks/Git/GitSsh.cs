using System.Globalization;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Keyed;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Git;

/// <summary>Connects to a repository over SSH with the deploy key of a source, which stays in memory.</summary>
internal sealed class GitSsh(Source source, SourceUrl url, HostKeyPin pin, SourceLimits limits)
{
    private const int DefaultPort = 22;

    private string Shown => SourceText.Url(url);

    private int Port => url.Port is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultPort;

    private string User => SourceText.UserName(url) is { Length: > 0 } name ? name : source.Username ?? "git";

    // As git has it: what follows the colon begins at the home folder, and so does /~.
    private string Path => url.Path.StartsWith(':') ? url.Path[1..]
        : Uri.UnescapeDataString(url.Path) is ['/', '~', ..] path ? path[1..]
        : Uri.UnescapeDataString(url.Path);

    /// <summary>Starts git-upload-pack.</summary>
    /// <exception cref="CookbookSourceException">The host, its key or the login is refused.</exception>
    public async Task<Stream> ConnectAsync(SourceDialer dialer, CancellationToken ct)
    {
        var address = (await dialer.AddressesAsync(url.Host, ct))[0];
        var login = new KeyLogin($"{address}", Port, User, Key()) { Accepts = pin.Accepts, HostKeyType = pin.Type };
        try
        {
            var stream = await login.StartAsync($"git-upload-pack {ShellQuote.Word(Path)}", Shown, ct);
            return new LimitedStream(stream, Shown, limits, ct);
        }
        catch (ChefException e)
        {
            throw pin.Refusal ?? Failure(e);
        }
    }

    private string Key() => source.SshKey?.Clear is { Length: > 0 } key ? key : throw new CookbookSourceException(
        $"{Shown} is reached by SSH, and the source has no key: set its SshKey to a private key without a passphrase");

    private CookbookSourceException Failure(ChefException e) => e switch
    {
        UsageException => new($"the SshKey of the source {e.Message}"),
        ConnectionException { Failure: ConnectionFailure.Authentication } => new(
            $"{Shown} refused the key of the source for the user {User}: add its public key to the repository as a deploy key", e),
        _ => new($"{Shown} cannot be reached by SSH: {e.Message}", e) { CanSucceedLater = true },
    };
}
