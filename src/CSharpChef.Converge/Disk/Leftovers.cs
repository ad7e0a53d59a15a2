namespace CSharpChef.Converge.Disk;

/// <summary>Deletes folders that are not needed, also those that killed processes have left behind.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>
    /// Deletes a folder with all that is in it, read-only files too; does nothing when it does not exist.
    /// </summary>
    public static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Deletes the folders of a pattern in which nothing was written for a day.</summary>
    public static void Delete(string parent, string pattern, TimeProvider clock)
    {
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(parent, pattern)
                .Where(folder => clock.GetUtcNow() - Directory.GetLastWriteTimeUtc(folder) > MaxAge))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (CacheFiles.IsMiss(e))
        {
            // The folder belongs to another user, or another process deletes it too.
        }
    }
}
