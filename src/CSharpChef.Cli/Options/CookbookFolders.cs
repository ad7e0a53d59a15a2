using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>Folders of cookbooks, some of which may be the files of Git repositories.</summary>
/// <param name="Paths">The folders, in the order in which they are searched.</param>
/// <param name="Repositories">Those that are files of repositories.</param>
internal sealed record CookbookFolders(IReadOnlyList<string> Paths, IReadOnlyList<FetchedRepository> Repositories)
{
    /// <summary>Fetches the repositories among folders, as far as the cache lacks them.</summary>
    /// <param name="texts">Paths of folders, and URLs of repositories.</param>
    /// <param name="use">How the repositories are used.</param>
    /// <param name="ct">Ends a fetch.</param>
    /// <exception cref="ChefException">A repository cannot be fetched.</exception>
    public static async Task<CookbookFolders> OfAsync(
        IReadOnlyList<string> texts, SourceUse use, CancellationToken ct)
    {
        var (paths, repositories) = (new List<string>(), new List<FetchedRepository>());
        foreach (var text in texts)
        {
            if (GitLocation.Parse(text) is not { } location)
            {
                paths.Add(text);
                continue;
            }

            var repository = await RepositoryAsync(location, use, ct);
            paths.Add(repository.Folder);
            repositories.Add(repository);
        }

        return new CookbookFolders(paths, repositories);
    }

    private static async Task<FetchedRepository> RepositoryAsync(
        GitLocation location, SourceUse use, CancellationToken ct)
    {
        var cache = RepositoryCache.Default();
        if (use.IsOffline)
        {
            return cache.Last(location) ?? throw new RecipeException(
                $"the cache of this machine lacks {location}, and --offline forbids to fetch: run once without it");
        }

        var known = cache.Fixed(location);
        if (known is null || (use.AsksAgain && !location.IsCommit))
        {
            return await FetchAsync(cache, location, known, use.Limit, ct);
        }

        if (use.IsVerbose && !location.IsCommit)
        {
            Console.Error.WriteLine($"{location}: commit {known.Commit}, as it was when it was fetched; --refresh asks again");
        }

        return known;
    }

    private static async Task<FetchedRepository> FetchAsync(
        RepositoryCache cache, GitLocation location, FetchedRepository? known, FetchLimit limit, CancellationToken ct)
    {
        var now = await limit.RunAsync(
            $"Fetching {location}",
            (access, ended) => Task.FromResult(new GitRepositories(cache, access).Fetch(location, ended)),
            ct);
        if (known is not null && known.Commit != now.Commit)
        {
            Console.Error.WriteLine($"the tag of {location} was moved: it was commit {known.Commit}, and is {now.Commit}");
        }

        return now;
    }
}
