using CSharpChef.Converge.Cookbooks.Repositories;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Writes a folder of a commit to disk, as plain files.</summary>
/// <param name="url">The repository, for errors.</param>
/// <param name="commit">The commit.</param>
/// <param name="folder">The folder in the repository; empty for all of it.</param>
internal sealed class TreeFolder(string url, Commit commit, string folder)
{
    private const int MostLinks = 40;

    // LibGit2Sharp puts it for bytes that are not UTF-8, so that two names would become one.
    private const char NotUtf8 = '\uFFFD';

    private readonly Dictionary<string, string> leftOut = [];

    /// <summary>How much it may write.</summary>
    public TreeLimits Limits { get; init; } = new();

    private bool leavesOut;

    /// <summary>Writes what can be a file of a cookbook, and returns the other paths, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> WriteMost(string destination)
    {
        leavesOut = true;
        WriteTo(destination);
        return leftOut;
    }

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
            if (Mistake(entry, name) is { } mistake)
            {
                Refuse(name, mistake);
            }
            else if (entry.Mode == Mode.Directory)
            {
                Limits.CountFolder(InOneLine(name));
                Write((Tree)entry.Target, name, Path.Combine(destination, entry.Name));
            }
            else
            {
                Write(Follow(name, entry)!, name, Path.Combine(destination, entry.Name));
            }
        }
    }

    private void Refuse(string name, string mistake)
    {
        var (path, reason) = (InOneLine(InRepository(name)), InOneLine(mistake));
        if (!leavesOut)
        {
            throw new RecipeException($"{path} of {url} {reason}");
        }

        leftOut[path] = reason;
    }

    private string? Mistake(TreeEntry entry, string name) => entry.Mode switch
    {
        _ when entry.Name is "." or ".." || entry.Name.Any(letter => letter is '/' or '\\' || char.IsControl(letter)) =>
            "has a name that no file of a cookbook may have",
        _ when entry.Name.Contains(NotUtf8, StringComparison.Ordinal) => "has a name that is not UTF-8: rename it",
        Mode.GitLink => "is a submodule, which a cookbook cannot have: put its files into the repository",
        Mode.SymbolicLink when Follow(name, entry) is null =>
            $"is a link to {((Blob)entry.Target).GetContentText()}, which is not a file of the cookbook: put the file there",
        _ => null,
    };

    private static string InOneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    // The size is in the head of the object: its content is not read when it is too large.
    private void Write(Blob blob, string name, string path)
    {
        Limits.CountFile(InOneLine(name), blob.Size);
        using var content = blob.GetContentStream();
        using var file = File.Create(path);
        content.CopyTo(file);
    }

    // A link becomes the file that it leads to: the cache has plain files, and none outside the folder.
    private Blob? Follow(string name, TreeEntry entry)
    {
        for (var links = 0; entry.Mode == Mode.SymbolicLink; links++)
        {
            var target = ((Blob)entry.Target).GetContentText();
            var path = RepositoryPath.Join(string.Join('/', name.Split('/')[..^1]), target);
            if (links == MostLinks || path is not { Length: > 0 } || commit.Tree[InRepository(path)] is not { } next)
            {
                return null;
            }

            (name, entry) = (path, next);
        }

        return entry.Target as Blob;
    }

    private Tree? TreeOf(string path) => path.Length == 0 ? commit.Tree : commit.Tree[path]?.Target as Tree;

    private string InRepository(string path) => folder.Length == 0 ? path : $"{folder}/{path}";
}
