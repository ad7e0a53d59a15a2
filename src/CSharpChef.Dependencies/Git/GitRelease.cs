using CSharpChef.Converge.Cookbooks;
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
        var version = cookbook.Manifest.Version ?? throw new RecipeException(
            $"{cookbook.Files.PathOf("cookbook.json")}: the cookbook has no version: give it one, such as \"version\": \"1.0.0\"");
        using var repository = new Repository(folder);
        RequireCommitted(repository, cookbook);
        var name = $"{cookbook.Name}-v{version}";
        RequireNew(repository, name);
        var tag = repository.ApplyTag(name);
        try
        {
            Push(repository, tag, remote, access);
            return name;
        }
        catch
        {
            repository.Tags.Remove(tag);
            throw;
        }
    }

    private static void Push(Repository repository, Tag tag, string remote, GitAccess access)
    {
        var url = repository.Network.Remotes[remote]?.PushUrl ?? remote;
        var error = GitAccess.Try(url, () =>
        {
            string? refused = null;
            using var target = new TemporaryRemote(repository, url);
            repository.Network.Push(target.Remote, tag.CanonicalName, new PushOptions
            {
                CredentialsProvider = access.Credentials(url),
                OnPushStatusError = status => refused = status.Message,
            });
            return refused;
        }, "pushed to");
        if (error is not null)
        {
            throw new RecipeException($"{url} did not take the tag {tag.FriendlyName}: {error}");
        }
    }

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

    private static void RequireNew(Repository repository, string name)
    {
        if (repository.Tags[name] is not null)
        {
            throw new RecipeException(
                $"the repository has the tag {name} already: raise the version in cookbook.json");
        }
    }

    /// <summary>A remote for one push: libgit2 pushes to remotes with a name only.</summary>
    private sealed class TemporaryRemote(Repository repository, string url) : IDisposable
    {
        private readonly string name = $"csharpchef-{Guid.NewGuid():N}";

        public Remote Remote => repository.Network.Remotes[name] ?? repository.Network.Remotes.Add(name, url);

        public void Dispose() => repository.Network.Remotes.Remove(name);
    }
}
