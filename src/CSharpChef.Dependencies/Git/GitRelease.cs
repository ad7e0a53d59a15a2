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
        var name = TagOf(cookbook);
        using var release = new ReleaseRepository(cookbook);
        release.RequireCommitted();
        var url = release.UrlOf(remote);
        RequireNew(release, GitRemote.Read(url, access, "pushed to"), name);
        TagPush.Run(release, name, url, access);
        release.AddTag(name);
        return name;
    }

    private static string TagOf(Cookbook cookbook)
    {
        var name = $"{cookbook.Name}-v{cookbook.RequireVersion()}";
        return Reference.IsValidName($"refs/tags/{name}") ? name : throw new RecipeException(
            $"\"{name}\" cannot be the name of a tag of Git: name the cookbook, in its cookbook.json and as its folder, with letters, digits, dashes and underscores");
    }

    private static void RequireNew(ReleaseRepository release, GitRemote remote, string name)
    {
        var published = remote.CommitOf($"refs/tags/{name}");
        var tagged = release.CommitOf(name);
        if (published is not null || (tagged is not null && tagged != release.Commit.Sha))
        {
            throw new RecipeException(
                $"the tag {name} exists already, at commit {published ?? tagged}: raise the version in cookbook.json");
        }
    }
}
