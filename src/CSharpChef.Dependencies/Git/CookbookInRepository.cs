using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Finds the folder of a cookbook in a commit.</summary>
internal static class CookbookInRepository
{
    /// <summary>
    /// The folder that is named; else the repository's root when its <c>cookbook.json</c> has that name, else
    /// <c>cookbooks/NAME</c>, else <c>NAME</c>.
    /// </summary>
    /// <exception cref="RecipeException">There is none.</exception>
    public static string Find(Commit commit, string url, string name, string? folder)
    {
        if (folder is not null)
        {
            return IsFolder(commit, folder) ? folder : throw new RecipeException(
                $"{url} has no folder \"{folder}\" at commit {commit.Sha} with the cookbook {name}");
        }

        return RepositoryLayout.Find(name, () => RootName(commit, url), place => IsFolder(commit, place))
            ?? throw new RecipeException(
                $"{url} has no cookbook {name} at commit {commit.Sha}: its root is another, and it has neither cookbooks/{name} nor {name}. Name the folder with \"folder\"");
    }

    private static bool IsFolder(Commit commit, string path) => path.Length == 0 || commit.Tree[path]?.Target is Tree;

    private static string? RootName(Commit commit, string url)
    {
        if (commit.Tree[RepositoryLayout.Manifest]?.Target is not Blob blob)
        {
            return null;
        }

        using var content = new MemoryStream();
        using var stream = blob.GetContentStream();
        stream.CopyTo(content);
        return CookbookManifest.Parse(content.ToArray(), $"{RepositoryLayout.Manifest} of {url} at commit {commit.Sha}").Name;
    }
}
