using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Locked cookbooks on this machine's disk: plain folders with the hash of their files in their names. A folder appears
/// whole or not at all, so that many processes may use one cache.
/// </summary>
internal sealed class CookbookCache(string folder)
{
    private const string Unfinished = ".new";

    public static CookbookCache Default() => new(CacheFiles.UserFolder("cookbooks"));

    /// <summary>The folder of a locked cookbook, whether it exists or not.</summary>
    public string FolderOf(LockedCookbook cookbook) =>
        Path.Combine(folder, $"{cookbook.Name}-{FolderHash.Digits(cookbook.Hash)}");

    public bool Has(LockedCookbook cookbook) => Directory.Exists(FolderOf(cookbook));

    /// <summary>Whether the cache has a locked cookbook with unchanged files. It reads all of them.</summary>
    public bool HasUnchanged(LockedCookbook cookbook) =>
        Has(cookbook) && FolderHash.Of(FolderOf(cookbook)) == cookbook.Hash;

    /// <summary>Adds a locked cookbook.</summary>
    /// <param name="write">
    /// Writes its files to the folder that it gets, which is on the same file system, and returns what is locked.
    /// </param>
    public LockedCookbook Add(Func<string, LockedCookbook> write)
    {
        var made = NewFolder();
        try
        {
            var cookbook = write(made);
            Protect(made);
            Move(made, cookbook);
            return cookbook;
        }
        finally
        {
            DeleteIfExists(made);
        }
    }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private string NewFolder()
    {
        OwnerFolder.Create(folder);
        Leftovers.Delete(folder, $"*{Unfinished}", Clock);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
        OwnerFolder.Create(path);
        return path;
    }

    // The folder that is there already has the same files, from another process, unless somebody has changed it.
    private void Move(string made, LockedCookbook cookbook)
    {
        var target = FolderOf(cookbook);
        if (Has(cookbook) && !HasUnchanged(cookbook))
        {
            var changed = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
            Directory.Move(target, changed);
            Directory.Delete(changed, recursive: true);
        }

        try
        {
            Directory.Move(made, target);
        }
        catch (IOException) when (Has(cookbook))
        {
            // Another process was faster.
        }
    }

    // An editor that is led here by an error must not change what the lock file pins.
    private static void Protect(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }
    }

    private static void DeleteIfExists(string made)
    {
        if (Directory.Exists(made))
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
