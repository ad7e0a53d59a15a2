using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>Folders of cookbooks, some of which may be the files of Git repositories.</summary>
/// <param name="Paths">The folders, in the order in which they are searched.</param>
/// <param name="Repositories">Those that are files of repositories.</param>
internal sealed record CookbookFolders(IReadOnlyList<string> Paths, IReadOnlyList<FetchedRepository> Repositories)
{
    /// <summary>Fetches the repositories among folders, as far as the cache lacks them.</summary>
    /// <param name="texts">Paths of folders, and URLs of repositories.</param>
    /// <param name="isOffline">Whether nothing is fetched: a branch then has the commit that it had last.</param>
    /// <param name="ct">Ends a fetch.</param>
    /// <exception cref="ChefException">A repository cannot be fetched.</exception>
    public static async Task<CookbookFolders> OfAsync(
        IReadOnlyList<string> texts, bool isOffline, CancellationToken ct)
    {
        var (paths, repositories) = (new List<string>(), new List<FetchedRepository>());
        foreach (var text in texts)
        {
            if (GitLocation.Parse(text) is not { } location)
            {
                paths.Add(text);
                continue;
            }

            var repository = await RepositoryAsync(location, isOffline, ct);
            paths.Add(repository.Folder);
            repositories.Add(repository);
        }

        return new CookbookFolders(paths, repositories);
    }

    private static async Task<FetchedRepository> RepositoryAsync(
        GitLocation location, bool isOffline, CancellationToken ct)
    {
        var cache = RepositoryCache.Default();
        return isOffline
            ? cache.Last(location) ?? throw new RecipeException(
                $"the cache of this machine lacks {location}, and --offline forbids to fetch: run once without it")
            : cache.Fixed(location) ?? await FetchAsync(cache, location, ct);
    }

    private static Task<FetchedRepository> FetchAsync(
        RepositoryCache cache, GitLocation location, CancellationToken ct) =>
        FetchOptions.RunAsync(
            $"Fetching {location}",
            (access, limit) => Task.FromResult(new GitRepositories(cache, access).Fetch(location, limit)), ct);
}
