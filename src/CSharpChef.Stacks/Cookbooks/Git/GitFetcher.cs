using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Git.Wires;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Git;

/// <summary>Fetches Git repositories over HTTP, of git daemon, and of folders that the operator allows.</summary>
internal sealed class GitFetcher(SourceOptions options, SourceDialer dialer, SourceHttp http, SourceLimits limits)
    : ISourceFetcher
{
    public Task<FoundState> FindAsync(Source source, string? hostKey, CancellationToken ct) => Task.Run(
        () =>
        {
            var pin = new HostKeyPin(SourceUrl.Parse(source.Url!)!.Host, hostKey);
            return new FoundState(Snapshots(source, pin, ct).Commit(Revision(source)), pin.Key);
        }, ct);

    public Task<WrittenFiles> WriteAsync(
        Source source, ResolvedSource resolved, string folder, TreeLimits tree, CancellationToken ct) => Task.Run(
        () => new WrittenFiles
        {
            Name = SourceText.Name(SourceUrl.Parse(source.Url!)!),
            LeftOut = Snapshots(source, new(SourceUrl.Parse(source.Url!)!.Host, resolved.SshHostKey), ct).Write(
                Revision(source), resolved.State, folder, tree, ct),
        }, ct);

    /// <summary>Reaches the repository of a dependency.</summary>
    /// <param name="text">The URL in the lock file.</param>
    /// <param name="source">The source of the stack, whose login counts for its own server only.</param>
    /// <param name="hostKey">The key of that server over SSH.</param>
    /// <param name="ct">Ends all that the wire does.</param>
    /// <exception cref="CookbookSourceException">The URL names a folder, or has no form that is known.</exception>
    public GitWire WireTo(string text, Source source, string? hostKey, CancellationToken ct)
    {
        if (SourceUrl.Parse(text) is not { } url || url.Scheme == SourceUrl.File)
        {
            throw new CookbookSourceException(
                $"a lock file names the repository {text}, a folder: a server fetches dependencies from https, http, ssh and git URLs");
        }

        var own = SourceUrl.Parse(source.Url!)!;
        var isOwn = (own.Scheme, own.Host, own.Port) == (url.Scheme, url.Host, url.Port);
        var login = isOwn
            ? source with { Username = SourceLogin.User(source, own), Password = SourceLogin.Secret(source, own) }
            : new();
        return Wire(login, url, new HostKeyPin(url.Host, isOwn ? hostKey : null), ct);
    }

    private static string? Revision(Source source) => source.Revision is { Length: > 0 } name ? name : null;

    private GitSnapshots Snapshots(Source source, HostKeyPin pin, CancellationToken ct)
    {
        var url = SourceUrl.Parse(source.Url!)!;
        var access = new GitAccess(_ => null, _ => null)
        {
            Wires = _ => Wire(source, url, pin, ct),
        };
        return new GitSnapshots(
            url.Scheme == SourceUrl.File ? SourcePath.Require(url, options) : SourceText.Url(url), access);
    }

    private GitWire Wire(Source source, SourceUrl url, HostKeyPin pin, CancellationToken ct) => url.Scheme switch
    {
        "https" or "http" => GitWire.OfRequests(
            new GitHttp(http, url, SourceLogin.Basic(source, url), limits, ct).Send),
        "git" => GitWire.OfStream(() => GitDaemon.ConnectAsync(url, dialer, limits, ct).GetAwaiter().GetResult()),
        "ssh" => GitWire.OfStream(
            () => new GitSsh(source, url, pin, limits).ConnectAsync(dialer, ct).GetAwaiter().GetResult()),
        _ => throw new CookbookSourceException(
            $"{SourceText.Url(url)} has the scheme {url.Scheme}, by which Git is not fetched"),
    };
}
