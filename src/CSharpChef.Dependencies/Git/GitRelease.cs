using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Disk;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Publishes a cookbook as a tag of its Git repository: <c>NAME-vVERSION</c>.</summary>
internal static class GitRelease
{
    /// <summary>Makes the tag at the last commit and pushes it.</summary>
    /// <param name="cookbook">The cookbook, all of whose changes are committed.</param>
    /// <param name="remote">The name or URL of the repository to push to.</param>
    /// <param name="access">How it is reached.</param>
    /// <returns>The name of the tag.</returns>
    /// <exception cref="RecipeException">The folder is not in a repository, has changes, or the tag exists.</exception>
    public static string Push(Cookbook cookbook, string remote, GitAccess access)
    {
        var folder = Repository.Discover(cookbook.Files.Folder) ?? throw new RecipeException(
            $"{ShownPath.Of(cookbook.Files.Folder)} is not in a Git repository: commit it to one first");
        using var repository = new Repository(folder);
        RequireCommitted(repository, cookbook);
        var name = $"{cookbook.Name}-v{cookbook.RequireVersion()}";
        var url = repository.Network.Remotes.FirstOrDefault(each => each.Name == remote)?.PushUrl ?? remote;
        RequireNew(repository, GitRemote.Read(url, access), name);
        Push(repository, name, url, access);
        if (repository.Tags[name] is null)
        {
            repository.ApplyTag(name);
        }

        return name;
    }

    // From a repository of its own, which borrows the objects: libgit2 pushes to remotes with a name only, and the
    // user's repository is to keep its own.
    private static void Push(Repository source, string tag, string url, GitAccess access)
    {
        var folder = WorkFolder.Create();
        try
        {
            Repository.Init(folder, isBare: true);
            File.WriteAllText(
                Path.Combine(folder, "objects", "info", "alternates"), $"{Path.Combine(source.Info.Path, "objects")}\n");
            using var repository = new Repository(folder);
            repository.Refs.Add($"refs/tags/{tag}", source.Head.Tip.Id);
            if (Refusal(repository, repository.Network.Remotes.Add("origin", url), $"refs/tags/{tag}", access) is { } refusal)
            {
                throw new RecipeException($"{GitUrl.Shown(url)} did not take the tag {tag}: {refusal}");
            }
        }
        finally
        {
            WorkFolder.Delete(folder);
        }
    }

    private static string? Refusal(Repository repository, Remote remote, string reference, GitAccess access) =>
        GitAccess.Try(remote.Url, () =>
        {
            string? refusal = null;
            repository.Network.Push(remote, reference, new PushOptions
            {
                CredentialsProvider = access.Credentials(remote.Url),
                OnPushStatusError = status => refusal = status.Message,
            });
            return refusal;
        }, "pushed to");

    private static void RequireCommitted(Repository repository, Cookbook cookbook)
    {
        var below = Path.GetRelativePath(repository.Info.WorkingDirectory, cookbook.Files.Folder).Replace('\\', '/');
        var options = new StatusOptions { PathSpec = below == "." ? [] : [below] };
        if (repository.RetrieveStatus(options).IsDirty)
        {
            throw new RecipeException(
                $"{ShownPath.Of(cookbook.Files.Folder)} has changes that are not committed: commit them, since the tag names a commit");
        }
    }

    private static void RequireNew(Repository repository, GitRemote remote, string name)
    {
        var head = repository.Head.Tip.Sha;
        var published = remote.CommitOf($"refs/tags/{name}");
        var tagged = repository.Tags[name]?.PeeledTarget.Sha;
        if (published is not null || (tagged is not null && tagged != head))
        {
            throw new RecipeException(
                $"the tag {name} exists already, at commit {published ?? tagged}: raise the version in cookbook.json");
        }
    }
}
