using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// Tells whether the files of a folder are still those that were written, mostly without reading them.
/// </summary>
/// <param name="Hash">The hash of the files: see <see cref="FolderHash"/>.</param>
/// <param name="Stamp">A hash of the path, length and time of change of each file.</param>
internal sealed record FolderSeal(string Hash, string Stamp)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
    };

    public static FolderSeal Of(string folder) => new(FolderHash.Of(folder), StampOf(folder));

    /// <summary>
    /// Whether a folder has the same files. It reads them only when a length, a time or a path is another one, as after
    /// the cache was copied from elsewhere.
    /// </summary>
    public bool Fits(string folder) => Directory.Exists(folder) && (StampOf(folder) == Stamp || HasHash(folder));

    private bool HasHash(string folder)
    {
        try
        {
            return FolderHash.Of(folder) == Hash;
        }
        catch (RecipeException)
        {
            // Somebody has put a link there.
            return false;
        }
    }

    /// <summary>A hash of the path, length and time of change of each file.</summary>
    public static string StampOf(string folder)
    {
        List<string> files =
        [
            .. new FileSystemEnumerable<string>(
                folder,
                (ref FileSystemEntry entry) =>
                    $"{Path.GetRelativePath(folder, entry.ToFullPath())}\n{entry.Length} {entry.LastWriteTimeUtc.UtcTicks}\n",
                Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            },
        ];
        files.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files))));
    }
}
