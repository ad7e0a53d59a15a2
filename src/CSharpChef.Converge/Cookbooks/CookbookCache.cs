using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Locked cookbooks on this machine's disk: plain folders with the hash of their files in their names. A folder appears
/// whole or not at all, so that many processes may use one cache.
/// </summary>
internal sealed class CookbookCache(string folder)
{
    public static CookbookCache Default() => new(CacheFiles.UserFolder("cookbooks"));

    /// <summary>The folder of a locked cookbook, whether it exists or not.</summary>
    public string FolderOf(LockedCookbook cookbook) => Path.Combine(folder, $"{cookbook.Name}-{FolderHash.Digits(cookbook.Hash)}");

    public bool Has(LockedCookbook cookbook) => Directory.Exists(FolderOf(cookbook));

    /// <summary>A new folder, on the same file system, in which a cookbook can be made.</summary>
    public string NewFolder()
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        OwnerFolder.Create(path);
        return path;
    }

    /// <summary>Makes a folder that <see cref="NewFolder"/> returned the one of a locked cookbook.</summary>
    public void Add(LockedCookbook cookbook, string newFolder)
    {
        try
        {
            Directory.Move(newFolder, FolderOf(cookbook));
        }
        catch (IOException) when (Has(cookbook))
        {
            // Another process was faster, with the same files.
            Directory.Delete(newFolder, recursive: true);
        }
    }
}
