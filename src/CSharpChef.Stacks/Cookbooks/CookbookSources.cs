using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Cookbooks.Archives;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Cookbooks.Git;
using CSharpChef.Stacks.Cookbooks.Versions;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>
/// Fetches the cookbooks of stacks, and keeps each state that was fetched below the server's data folder.
/// </summary>
internal sealed class CookbookSources : IDisposable
{
    private readonly SourceOptions options;
    private readonly SourceLimits limits;
    private readonly SourceHttp http;
    private readonly VersionStore versions;
    private readonly GitFetcher git;
    private readonly FolderFetcher folders;
    private readonly ArchiveFetcher archives;
    private readonly LockedDependencies dependencies;
    private readonly string dataFolder;
    private readonly SingleFlight<CookbookVersion> fetches = new();

    /// <param name="data">The data folder of the server.</param>
    /// <param name="options">What the operator allows.</param>
    /// <param name="limits">How large cookbooks may be; null for the defaults.</param>
    /// <param name="dialer">Connects to hosts; null for one that resolves names as the system does.</param>
    /// <param name="clock">Null for the time of the system.</param>
    public CookbookSources(
        string data, SourceOptions options, SourceLimits? limits = null, SourceDialer? dialer = null,
        TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        (this.options, this.limits, dataFolder) = (options, limits ?? new(), Path.Combine(data, "cookbooks"));
        dialer ??= new SourceDialer(options);
        http = new SourceHttp(dialer, this.limits);
        git = new GitFetcher(options, dialer, http, this.limits);
        dependencies = new LockedDependencies(git, dialer, clock);
        folders = new FolderFetcher(options, this.limits);
        archives = new ArchiveFetcher(options, http, this.limits, Path.Combine(dataFolder, "downloads"), clock);
        versions = new VersionStore(dataFolder, clock);
    }

    /// <summary>Asks what a source has now.</summary>
    /// <param name="source">The source with its URL, password and key in clear.</param>
    /// <param name="hostKey">
    /// The key that a Git server over SSH had at the source's first use; null when there was none.
    /// </param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="CookbookSourceException">It cannot be asked, or has nothing of that name.</exception>
    public Task<ResolvedSource> ResolveAsync(Source source, string? hostKey, CancellationToken ct) =>
        LimitAsync(source, async token =>
        {
            var found = await FetcherOf(source).FindAsync(source, hostKey, token);
            return new ResolvedSource
            {
                Source = HashOf(source),
                State = found.State,
                VersionId = Digits($"{HashOf(source)}\n{found.State}"),
                SshHostKey = found.HostKey,
            };
        }, ct);

    /// <summary>The cookbooks of a state: fetched, unless this server has them.</summary>
    /// <param name="stackId">The stack, whose folder gets them.</param>
    /// <param name="source">The source with its URL, password and key in clear.</param>
    /// <param name="resolved">The state.</param>
    /// <param name="ct">Ends the wait of this caller; others may wait for the same fetch.</param>
    /// <exception cref="CookbookSourceException">They cannot be fetched, or are not cookbooks.</exception>
    public Task<CookbookVersion> FetchAsync(
        string stackId, Source source, ResolvedSource resolved, CancellationToken ct) => fetches.RunAsync(
        $"{stackId}/{resolved.VersionId}",
        () => LimitAsync(source, token => FetchOnceAsync(stackId, source, resolved, token), CancellationToken.None),
        ct);

    /// <summary>Removes versions of a stack that nothing uses, except the newest five.</summary>
    /// <param name="stackId">The stack.</param>
    /// <param name="used">The versions of the stack's state and of commands that run or wait.</param>
    /// <returns>The versions that were removed.</returns>
    public IReadOnlyList<string> Prune(string stackId, IReadOnlyCollection<string> used)
    {
        var removed = VersionRetention.ToRemove(versions.List(stackId).Select(each => each.Id), used);
        removed.ToList().ForEach(version => versions.Remove(stackId, version));
        return removed;
    }

    /// <summary>Identifies type, URL and revision of a source, without its secrets.</summary>
    public static string HashOf(Source source) => Digits(
        $"{source.Type}\n{SourceText.Url(SourceUrl.Parse(source.Url ?? "/")!)}\n{source.Revision}");

    public void Dispose() => http.Dispose();

    private async Task<CookbookVersion> FetchOnceAsync(
        string stackId, Source source, ResolvedSource resolved, CancellationToken ct)
    {
        if (versions.Find(stackId, resolved.VersionId) is null)
        {
            await Task.Run(
                () => versions.Add(
                    stackId, resolved.VersionId, (from, to) => Write(source, resolved, from, to, ct)), ct);
        }

        var (folder, layout) = versions.Find(stackId, resolved.VersionId)!.Value;
        var version = new CookbookVersion(
            resolved.VersionId,
            folder,
            [.. layout.Folders.Select(each => Path.Combine(folder, each))],
            layout.Cookbooks)
        {
            CacheFolder = Path.Combine(dataFolder, "cache"),
            PackagesFolder = Path.Combine(dataFolder, "packages"),
        };
        return await dependencies.FetchAsync(version, source, resolved.SshHostKey, ct);
    }

    private CookbookLayout Write(Source source, ResolvedSource resolved, string from, string to, CancellationToken ct)
    {
        var written = FetcherOf(source).WriteAsync(source, resolved, from, limits.Tree(), ct).GetAwaiter().GetResult();
        var layout = CookbookLayout.Move(from, to, written.Name, SourceText.Url(SourceUrl.Parse(source.Url!)!));
        foreach (var (path, reason) in written.LeftOut)
        {
            if (IsInCookbook(path, layout))
            {
                throw new CookbookSourceException($"{path} of {SourceText.Url(SourceUrl.Parse(source.Url!)!)} {reason}");
            }
        }

        return layout;
    }

    private static bool IsInCookbook(string path, CookbookLayout layout)
    {
        var names = path.Split('/');
        return layout.IsOneCookbook || layout.Cookbooks.Contains(names is ["cookbooks", var inner, ..] ? inner : names[0]);
    }

    private ISourceFetcher FetcherOf(Source source) => source.Type switch
    {
        SourceType.Svn => throw new CookbookSourceException(
            "a source of type svn cannot be fetched: move the cookbooks to a Git repository, or publish them as an archive"),
        SourceType.Git or SourceType.Archive or SourceType.S3 => IsPlainFolder(source) ? folders
            : source.Type == SourceType.Git ? git : archives,
        _ => throw new CookbookSourceException($"a source of type {source.Type} has no cookbooks"),
    };

    private bool IsPlainFolder(Source source) => SourceUrl.Parse(source.Url!) is { Scheme: SourceUrl.File } url
        && SourcePath.Require(url, options) is var path
        && Directory.Exists(path)
        && !(source.Type == SourceType.Git && Dependencies.Git.GitSnapshots.IsRepository(path));

    private async Task<T> LimitAsync<T>(Source source, Func<CancellationToken, Task<T>> action, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Time);
        try
        {
            return await action(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Failure(source, $"the fetch took longer than {limits.Time.TotalMinutes:0.#} minutes", e, true);
        }
        catch (Exception e) when (e is (ChefException and not CookbookSourceException)
            or IOException or UnauthorizedAccessException)
        {
            throw Failure(source, e.Message, e, e is ConnectionException or IOException);
        }
    }

    private static CookbookSourceException Failure(Source source, string reason, Exception e, bool canSucceedLater)
    {
        var shown = SourceText.Url(SourceUrl.Parse(source.Url!)!);
        return new(reason.Contains(shown, StringComparison.Ordinal) ? reason : $"{shown}: {reason}", e)
        {
            CanSucceedLater = canSucceedLater,
        };
    }

    private static string Digits(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
