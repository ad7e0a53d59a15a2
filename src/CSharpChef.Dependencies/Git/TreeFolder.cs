using CSharpChef.Converge.Cookbooks;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Writes a folder of a commit to disk, as plain files.</summary>
/// <param name="url">The repository, for errors.</param>
/// <param name="commit">The commit.</param>
/// <param name="folder">The folder in the repository; empty for all of it.</param>
internal sealed class TreeFolder(string url, Commit commit, string folder)
{
    private const int MostLinks = 40;

    /// <exception cref="RecipeException">The folder is not there, or has what is not a file.</exception>
    public void WriteTo(string destination)
    {
        if (TreeOf(folder) is not { } tree)
        {
            throw new RecipeException($"{url} has no folder \"{folder}\" at commit {commit.Sha}");
        }

        Write(tree, "", destination);
    }

    private void Write(Tree tree, string path, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var entry in tree)
        {
            var name = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            RequireSafe(entry.Name, name);
            var target = Path.Combine(destination, entry.Name);
            switch (entry.Mode)
            {
                case Mode.Directory:
                    Write((Tree)entry.Target, name, target);
                    break;
                case Mode.SymbolicLink:
                    Write(Follow(name, (Blob)entry.Target, 0), target);
                    break;
                case Mode.GitLink:
                    throw new RecipeException($"{Shown(name)} is a submodule, which a cookbook cannot have: put its files into the repository");
                default:
                    Write((Blob)entry.Target, target);
                    break;
            }
        }
    }

    private static void Write(Blob blob, string path)
    {
        using var content = blob.GetContentStream();
        using var file = File.Create(path);
        content.CopyTo(file);
    }

    // A link becomes the file that it leads to: the cache has plain files, and none outside the folder.
    private Blob Follow(string name, Blob link, int links)
    {
        var path = RepositoryPath.Join(string.Join('/', name.Split('/')[..^1]), link.GetContentText());
        var entry = path is not { Length: > 0 } || links == MostLinks ? null : commit.Tree[InRepository(path)];
        return entry switch
        {
            { Mode: Mode.SymbolicLink } => Follow(path!, (Blob)entry.Target, links + 1),
            { TargetType: TreeEntryTargetType.Blob } => (Blob)entry.Target,
            _ => throw new RecipeException(
                $"{Shown(name)} is a link to {link.GetContentText()}, which is not a file of the cookbook: put the file there"),
        };
    }

    private Tree? TreeOf(string path) => path.Length == 0 ? commit.Tree : commit.Tree[path]?.Target as Tree;

    private string InRepository(string path) => folder.Length == 0 ? path : $"{folder}/{path}";

    private string Shown(string name) => $"{InRepository(name)} of {url}";

    private void RequireSafe(string entry, string name)
    {
        if (entry is "." or ".." || entry.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
        {
            throw new RecipeException($"{Shown(name)} has a name that no file of a cookbook may have");
        }
    }
}
