using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Locked cookbooks on this machine's disk: plain folders with the hash of their files in their names.
/// </summary>
internal sealed class CookbookCache(string folder, TimeProvider? clock = null)
{
    private readonly FolderCache folders = new(folder, clock ?? TimeProvider.System);

    public static CookbookCache Default() => new(CacheFiles.UserFolder("cookbooks"));

    /// <summary>The folder of a locked cookbook, whether it exists or not.</summary>
    public string FolderOf(LockedCookbook cookbook) => folders.PathOf(NameOf(cookbook));

    public bool Has(LockedCookbook cookbook) => folders.Has(NameOf(cookbook));

    /// <summary>Whether the cache has a locked cookbook with unchanged files. It reads all of them.</summary>
    public bool HasUnchanged(LockedCookbook cookbook) =>
        Has(cookbook) && FolderHash.Of(FolderOf(cookbook)) == cookbook.Hash;

    /// <summary>Adds a locked cookbook.</summary>
    /// <param name="write">Writes its files to the folder that it gets, and returns what is locked.</param>
    public LockedCookbook Add(Func<string, LockedCookbook> write) => folders.Add(write, NameOf, HasUnchanged);

    private static string NameOf(LockedCookbook cookbook) => $"{cookbook.Name}-{FolderHash.Digits(cookbook.Hash)}";
}
