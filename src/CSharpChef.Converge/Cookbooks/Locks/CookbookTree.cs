using System.Text;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// The files of a cookbook's folder, in the order of the bytes of their paths, as they are packed, copied and hashed. A
/// link stands for the file that it leads to, which must be in the folder too.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Files">The paths of the files below it, with slashes.</param>
internal sealed record CookbookTree(string Folder, IReadOnlyList<string> Files)
{
    // What builds, tools and the author's machine leave in a folder, and tests, which no run uses.
    private static readonly string[] Work = ["bin", "obj", "tests", ".git", CookbookLock.FileName];

    private static readonly Comparer<byte[]> OfBytes =
        Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>All files of a folder.</summary>
    /// <exception cref="RecipeException">
    /// A link leads out of the folder, to a folder, or to nothing; or a name has a backslash.
    /// </exception>
    public static CookbookTree Of(string folder) => Of(folder, _ => true);

    /// <summary>
    /// The files of a folder that belong to the cookbook, without those of tests, builds and git, and the lock file.
    /// </summary>
    /// <exception cref="RecipeException">
    /// A link leads out of the folder, to a folder, or to nothing; or a name has a backslash.
    /// </exception>
    public static CookbookTree WithoutWork(string folder) => Of(folder, IsOfCookbook);

    private static CookbookTree Of(string folder, Func<string, bool> isTaken)
    {
        var real = RealPath.Of(folder);
        var paths = Directory.EnumerateFileSystemEntries(folder).Where(path => isTaken(Path.GetFileName(path)))
            .SelectMany(path => IsFolder(path) ? Directory.EnumerateFileSystemEntries(path, "*", Everything) : [path]);
        return new CookbookTree(folder,
        [
            .. paths.Where(path => !IsFolder(path))
                .Select(path => WithSlashes(Path.GetRelativePath(folder, Checked(path, real))))
                .OrderBy(Encoding.UTF8.GetBytes, OfBytes),
        ]);
    }

    /// <summary>Copies the files, which everybody may read there, to another folder.</summary>
    public void CopyTo(string other)
    {
        foreach (var file in Files)
        {
            var copy = Path.Combine(other, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            using var source = File.OpenRead(Path.Combine(Folder, file));
            using var target = File.Create(copy);
            source.CopyTo(target);
        }
    }

    private static bool IsOfCookbook(string name) => !Work.Contains(name)
        && !name.EndsWith(".nupkg", StringComparison.Ordinal)
        && !name.EndsWith(".nupkg.new", StringComparison.Ordinal);

    private static bool IsFolder(string path) => Directory.Exists(path) && new FileInfo(path).LinkTarget is null;

    private static string WithSlashes(string path) => Path.DirectorySeparatorChar == '\\'
        ? path.Replace('\\', '/')
        : !path.Contains('\\', StringComparison.Ordinal)
        ? path
        : throw new RecipeException(
            $"{path} has a backslash in its name, which separates folders on Windows and in packages: rename the file");

    private static string Checked(string path, string folder)
    {
        var entry = new FileInfo(path);
        return entry.LinkTarget is null || (File.Exists(path)
            && entry.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true }
            && RealPath.IsBelow(folder, RealPath.Of(path)))
                ? path
                : throw new RecipeException(
                    $"{ShownPath.Of(path)} is a link to {entry.LinkTarget}, which is not a file of the cookbook: put the file there");
    }
}
