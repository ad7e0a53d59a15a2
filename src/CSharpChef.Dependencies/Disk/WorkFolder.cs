using System.Collections.Concurrent;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Dependencies.Disk;

/// <summary>
/// Folders for what is being fetched or published. They are deleted when that is complete, and at the latest when the
/// process ends: a fetch that is cancelled goes on until then.
/// </summary>
internal static class WorkFolder
{
    private const string Prefix = "csharpchef-fetch-";

    private static readonly ConcurrentDictionary<string, bool> Open = new(StringComparer.Ordinal);

    static WorkFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteAll();

    public static string Create()
    {
        Leftovers.Delete(Path.GetTempPath(), $"{Prefix}*", TimeProvider.System);
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}");
        OwnerFolder.Create(path);
        Open[path] = true;
        return path;
    }

    /// <summary>Deletes a folder with all that is in it, read-only files too.</summary>
    public static void Delete(string folder)
    {
        Leftovers.DeleteFolder(folder);
        Open.TryRemove(folder, out _);
    }

    private static void DeleteAll()
    {
        foreach (var folder in Open.Keys)
        {
            try
            {
                Delete(folder);
            }
            catch (Exception e) when (CacheFiles.IsMiss(e))
            {
                // The fetch writes to it at this moment: a later one deletes what is left.
            }
        }
    }
}
