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
        var reference = Reference(remote, location);
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

    private static GitReference Reference(GitRemote remote, GitLocation location)
    {
        if (location.Reference is not { } name)
        {
            return GitReference.Default;
        }

        var tag = new GitReference(GitReferenceKind.Tag, name);
        var branch = new GitReference(GitReferenceKind.Branch, name);
        return (location.IsCommit, remote.FindName(tag), remote.FindName(branch)) switch
        {
            (true, _, _) => new GitReference(GitReferenceKind.Commit, name),
            (_, { }, { }) => throw new RecipeException(
                $"{location.Url} has a tag and a branch \"{name}\": name the commit that you mean"),
            (_, { }, _) => tag,
            (_, _, { }) => branch,
            _ => throw remote.Unknown(name),
        };
    }
}
