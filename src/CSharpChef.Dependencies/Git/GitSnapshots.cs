using CSharpChef.Converge.Cookbooks.Repositories;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>The commit that a name means in a repository, and the files of a commit.</summary>
/// <param name="url">The repository, without secrets; a path for a folder of this machine.</param>
/// <param name="access">How it is reached when it is not a folder of this machine.</param>
internal sealed class GitSnapshots(string url, GitAccess access)
{
    private bool IsFolder => Path.IsPathRooted(url);

    /// <summary>Whether a folder of this machine is a Git repository.</summary>
    public static bool IsRepository(string folder) =>
        Repository.IsValid(folder) || Repository.IsValid(Path.Combine(folder, ".git"));

    /// <param name="name">A branch, a tag or the 40 digits of a commit; null for the default branch.</param>
    /// <exception cref="ChefException">The repository cannot be reached, or has nothing of that name.</exception>
    public string Commit(string? name)
    {
        var remote = Remote();
        var reference = remote.Find(name);
        return remote.NameOf(reference) is { } full ? remote.CommitOf(full)! : reference.Name;
    }

    /// <summary>Writes the files of a commit.</summary>
    /// <param name="name">The name that meant the commit; null for the default branch.</param>
    /// <param name="commit">The 40 digits of the commit.</param>
    /// <param name="folder">The folder that gets the files.</param>
    /// <param name="limits">How much it may be.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <returns>The paths that are not files of a cookbook, such as submodules, each with the reason.</returns>
    /// <exception cref="ChefException">The commit cannot be fetched, or is too large.</exception>
    public IReadOnlyDictionary<string, string> Write(
        string? name, string commit, string folder, TreeLimits limits, CancellationToken ct)
    {
        if (IsFolder)
        {
            return GitAccess.Try(url, () => WriteLocal(commit, folder, limits), "read");
        }

        var remote = Remote();
        const string Advice = "Take the present state with the command update_custom_cookbooks";
        using var fetch = GitFetch.OfCommit(remote, Known(remote, name), commit, Advice, access, ct);
        return Files(fetch.Commit, limits).WriteMost(folder);
    }

    private IReadOnlyDictionary<string, string> WriteLocal(string commit, string folder, TreeLimits limits)
    {
        using var repository = Open();
        var found = repository.Lookup<Commit>(commit)
            ?? throw new RecipeException($"{url} has no commit {commit}");
        return Files(found, limits).WriteMost(folder);
    }

    private TreeFolder Files(Commit commit, TreeLimits limits) => new(url, commit, "") { Limits = limits };

    private GitRemote Remote() => IsFolder ? GitAccess.Try(url, ReadLocal, "read") : GitRemote.Read(url, access);

    private GitRemote ReadLocal()
    {
        using var repository = Open();
        var references = repository.Refs.Append(repository.Refs.Head).ToList();
        var remote = GitRemote.Of(url, references);
        var commits = remote.References.ToDictionary();
        foreach (var tag in repository.Tags.Where(tag => tag.IsAnnotated))
        {
            commits[tag.CanonicalName] = tag.PeeledTarget.Sha;
        }

        return remote with { References = commits };
    }

    // The folder may belong to another account than the server's: its operator has named it.
    private Repository Open()
    {
        GlobalSettings.SetOwnerValidation(false);
        return new Repository(url);
    }

    private static GitReference Known(GitRemote remote, string? name)
    {
        try
        {
            return remote.Find(name);
        }
        catch (RecipeException)
        {
            // The branch is gone, and another may still have its commit.
            return new GitReference(GitReferenceKind.Branch, name!);
        }
    }
}
