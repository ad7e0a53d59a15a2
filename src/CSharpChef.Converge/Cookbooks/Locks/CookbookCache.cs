using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// Locked cookbooks on this machine's disk: plain folders with the hash of their files in their names. A file beside
/// each says which state was fetched with these files, so that a lock file cannot name another version or commit. A
/// folder whose files were changed or deleted counts as missing.
/// </summary>
/// <param name="folder">The folder of the cache.</param>
/// <param name="clock">Null for the time of the system.</param>
/// <param name="isReadableByAll">See <see cref="FolderCache.IsReadableByAll"/>.</param>
internal sealed class CookbookCache(string folder, TimeProvider? clock = null, bool isReadableByAll = false)
{
    private readonly FolderCache folders = new(folder, clock ?? TimeProvider.System)
    {
        IsReadableByAll = isReadableByAll,
    };
    private readonly CacheFiles states = new(folder);

    public static CookbookCache Default() => new(CacheFiles.UserFolder("cookbooks"));

    /// <summary>The folder of a locked cookbook, whether it exists or not.</summary>
    public string FolderOf(LockedCookbook cookbook) => folders.PathOf(NameOf(cookbook));

    /// <summary>The folder of a locked cookbook, and the file beside it that says which state it has.</summary>
    public IReadOnlyList<string> PathsOf(LockedCookbook cookbook) =>
        [FolderOf(cookbook), states.PathOf(FileOf(cookbook))];

    /// <summary>The folder of the cache.</summary>
    public string Folder => folder;

    /// <summary>Whether these files were fetched as this version and commit of this source.</summary>
    public bool Has(LockedCookbook cookbook) =>
        states.Read(FileOf(cookbook)) is { } stamp
        && new FolderSeal(cookbook.Hash, Encoding.UTF8.GetString(stamp)).Fits(FolderOf(cookbook));

    /// <summary>The same, for which all files are read.</summary>
    public bool HasUnchanged(LockedCookbook cookbook) =>
        Has(cookbook) && IsUnchanged(cookbook);

    /// <summary>Adds a locked cookbook.</summary>
    /// <param name="write">Writes its files to the folder that it gets, and returns what is locked.</param>
    public LockedCookbook Add(Func<string, LockedCookbook> write)
    {
        var added = folders.Add(write, NameOf, IsUnchanged);
        states.Write(FileOf(added), [], Encoding.UTF8.GetBytes(FolderSeal.StampOf(FolderOf(added))));
        return added;
    }

    private bool IsUnchanged(LockedCookbook cookbook) => FolderHash.Of(FolderOf(cookbook)) == cookbook.Hash;

    // The folder in the repository does not count: a lock file may leave it out.
    private static string StateOf(LockedCookbook cookbook)
    {
        var source = cookbook.Source is NuGetSource package ? package.Id.ToLowerInvariant() : $"{cookbook.Source}";
        return string.Join('\n', [source, cookbook.Version, cookbook.Commit, cookbook.PackageHash]);
    }

    private static string FileOf(LockedCookbook cookbook) =>
        $"{NameOf(cookbook)}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StateOf(cookbook))))}";

    private static string NameOf(LockedCookbook cookbook) => $"{cookbook.Name}-{FolderHash.Digits(cookbook.Hash)}";
}
