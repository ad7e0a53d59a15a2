using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Cookbooks.Git;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>Fetches what the lock files of a version name, by the rules of sources.</summary>
internal sealed class LockedDependencies(GitFetcher git, SourceDialer dialer, TimeProvider clock)
{
    /// <summary>Fetches what the server lacks.</summary>
    /// <param name="version">The version.</param>
    /// <param name="source">
    /// Its source: a repository on the same server is reached with the login of the source.
    /// </param>
    /// <param name="hostKey">The key of the source's Git server over SSH.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The version with the folders of its dependencies.</returns>
    /// <exception cref="ChefException">A lock file is missing or old, or something cannot be fetched.</exception>
    public async Task<CookbookVersion> FetchAsync(
        CookbookVersion version, Source source, string? hostKey, CancellationToken ct)
    {
        var store = new CookbookStore(version.CookbookFolders)
        {
            Cache = new CookbookCache(version.CacheFolder, clock, isReadableByAll: true),
        };
        var fetch = new LockedFetch(
            store,
            new GlobalPackages(version.PackagesFolder),
            new GitAccess(_ => null, _ => null) { Wires = url => git.WireTo(url, source, hostKey, ct) },
            cookbook => ServerFeeds.Of(
                cookbook.Files.Folder, version.Folder, version.PackagesFolder, new FeedConnections(Handler)));
        var folders = new List<string>();
        foreach (var name in version.Cookbooks)
        {
            folders.AddRange(await RunAsync(fetch, store, name, version, ct));
        }

        return version with { Dependencies = [.. folders.Distinct()] };
    }

    // The author knows the paths of the source, and not those of the server.
    private static async Task<IReadOnlyList<string>> RunAsync(
        LockedFetch fetch, CookbookStore store, string name, CookbookVersion version, CancellationToken ct)
    {
        try
        {
            return await fetch.RunAsync(store.Get(name), ct);
        }
        catch (RecipeException e)
        {
            throw new CookbookSourceException(
                e.Message.Replace($"{version.Folder}/", "", StringComparison.Ordinal)
                    .Replace($"{ShownPath.Of(version.Folder)}/", "", StringComparison.Ordinal), e);
        }
    }

    private SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = async (context, ct) =>
            await dialer.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct),
    };
}
