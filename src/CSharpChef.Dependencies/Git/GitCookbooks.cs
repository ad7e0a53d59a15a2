using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Fetches cookbooks of Git repositories into the cache. Each repository is asked once for its references, and each
/// cookbook is fetched once.
/// </summary>
internal sealed class GitCookbooks(CookbookCache cache, GitAccess access)
{
    private readonly Dictionary<string, GitRemote> remotes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, GitSource Source, string Location), LockedCookbook> fetched = [];

    /// <summary>Fetches a cookbook at what its reference means now.</summary>
    /// <param name="name">The name of the cookbook.</param>
    /// <param name="source">Its source.</param>
    /// <param name="folder">The folder that a relative path of the source begins at.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <exception cref="ChefException">It cannot be fetched.</exception>
    public LockedCookbook Fetch(string name, GitSource source, string folder, CancellationToken ct)
    {
        var key = (name, source, source.Location(folder));
        if (!fetched.TryGetValue(key, out var locked))
        {
            var remote = Remote(key.Item3);
            using var fetch = GitFetch.Of(remote, source.Reference, access, ct);
            locked = Add(name, source, remote, fetch);
            fetched.Add(key, locked);
        }

        return locked;
    }

    /// <summary>The tags that a repository has now.</summary>
    /// <param name="source">The repository.</param>
    /// <param name="folder">The folder that a relative path of the source begins at.</param>
    /// <exception cref="ChefException">It cannot be reached.</exception>
    public IEnumerable<string> Tags(GitSource source, string folder) => Remote(source.Location(folder)).TagNames;

    /// <summary>Fetches a locked cookbook.</summary>
    /// <param name="locked">What the lock file pins.</param>
    /// <param name="folder">The folder of the lock file.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <exception cref="ChefException">It cannot be fetched, its tag was moved, or its files are others.</exception>
    public void Fetch(LockedCookbook locked, string folder, CancellationToken ct)
    {
        var source = (GitSource)locked.Source;
        var remote = Remote(source.Location(folder));
        RequireSameTag(locked, source, remote, folder);
        var advice = $"Lock another commit with {LockCommand.Update(locked.Name, folder)}";
        using var fetch = GitFetch.OfCommit(remote, locked, advice, access, ct);
        var now = Add(locked.Name, source, remote, fetch);
        if (now.Version != locked.Version)
        {
            throw new RecipeException(
                $"{locked.Name} at commit {locked.Commit} of {source.Url} has {(now.Version is null ? "no version" : $"the version {now.Version}")}, and the lock file says {locked.Version ?? "none"}. See what changed, and lock it again with {LockCommand.Update(locked.Name, folder)}");
        }

        if (now.Hash != locked.Hash)
        {
            throw new RecipeException(
                $"{locked.Name} at commit {locked.Commit} of {source.Url} has other files than the lock file says: {now.Hash}, not {locked.Hash}. See what changed, and lock it again with {LockCommand.Update(locked.Name, folder)}");
        }
    }

    private static void RequireSameTag(LockedCookbook locked, GitSource source, GitRemote remote, string folder)
    {
        if (source.Reference.Kind == GitReferenceKind.Tag
            && remote.FindName(source.Reference) is { } name
            && remote.CommitOf(name) is { } now
            && now != locked.Commit)
        {
            throw new RecipeException(
                $"the tag {source.Reference.Name} of {source.Url} was moved: the lock file has commit {locked.Commit}, and it is {now} now. See what changed, and lock it again with {LockCommand.Update(locked.Name, folder)}");
        }
    }

    private LockedCookbook Add(string name, GitSource source, GitRemote remote, GitFetch fetch)
    {
        var inRepository = CookbookInRepository.Find(fetch.Commit, remote.Url, name, source.Folder);
        return cache.Add(folder =>
        {
            new TreeFolder(remote.Url, fetch.Commit, inRepository).WriteTo(folder);
            return new LockedCookbook(
                name, source.WithoutCommit() with { Folder = inRepository }, FolderHash.Of(folder))
            {
                Commit = fetch.Commit.Sha,
                Version = new Cookbook(name, folder).Manifest.Version?.ToString(),
            };
        });
    }

    private GitRemote Remote(string url)
    {
        if (!remotes.TryGetValue(url, out var remote))
        {
            remote = GitRemote.Read(url, access);
            remotes.Add(url, remote);
        }

        return remote;
    }
}
