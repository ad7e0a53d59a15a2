using CSharpChef.Converge.Cookbooks;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Finds the folder of a cookbook in a commit.</summary>
internal static class CookbookInRepository
{
    private const string Manifest = "cookbook.json";

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

        string[] places = [$"cookbooks/{name}", name];
        var found = IsRoot(commit, name) ? "" : Array.Find(places, place => IsFolder(commit, place));
        return found ?? throw new RecipeException(
            $"{url} has no cookbook {name} at commit {commit.Sha}: its root is another, and it has neither {places[0]} nor {places[1]}. Name the folder with \"folder\"");
    }

    private static bool IsFolder(Commit commit, string path) => path.Length == 0 || commit.Tree[path]?.Target is Tree;

    private static bool IsRoot(Commit commit, string name)
    {
        if (commit.Tree[Manifest]?.Target is not Blob blob)
        {
            return false;
        }

        using var content = new MemoryStream();
        using var stream = blob.GetContentStream();
        stream.CopyTo(content);
        return CookbookManifest.Parse(content.ToArray(), Manifest).Name == name;
    }
}
