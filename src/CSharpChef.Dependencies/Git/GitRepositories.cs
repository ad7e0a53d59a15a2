using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Dependencies.Git;

/// <summary>Fetches whole Git repositories into the cache, for runs straight from a URL.</summary>
internal sealed class GitRepositories(RepositoryCache cache, GitAccess access)
{
    /// <summary>
    /// Asks the server what a branch or tag means now, and fetches the commit unless the cache has it.
    /// </summary>
    /// <exception cref="ChefException">It cannot be fetched.</exception>
    public FetchedRepository Fetch(GitLocation location, CancellationToken ct)
    {
        var remote = GitRemote.Read(location.Url, access);
        var reference = remote.Find(location.Reference);
        var commit = remote.NameOf(reference) is { } name ? remote.CommitOf(name)! : reference.Name;
        if (cache.Open(location, commit) is null)
        {
            using var fetch = GitFetch.Of(remote, reference, access, ct);
            cache.Add(location, commit, folder => new TreeFolder(location.Url, fetch.Commit, "").WriteMost(folder));
        }

        if (reference.Kind != GitReferenceKind.Commit)
        {
            cache.Note(location, reference.Kind == GitReferenceKind.Tag, commit);
        }

        return cache.Open(location, commit)!;
    }
}
