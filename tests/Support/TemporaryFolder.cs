using System.Collections.Concurrent;

namespace CSharpChef.TestSupport;

/// <summary>
/// Creates folders for files of a test. A folder that the test does not delete, because it was skipped or failed, is
/// deleted when the process ends.
/// </summary>
internal static class TemporaryFolder
{
    private const string SharedMemory = "/dev/shm";
    private static readonly ConcurrentBag<string> created = [];

    static TemporaryFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in created.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    };

    public static string Create(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        created.Add(folder);
        return folder;
    }

    /// <summary>Creates a folder in memory if the machine can: databases sync the disk at every commit.</summary>
    public static string CreateInMemory(string prefix)
    {
        var root = Directory.Exists(SharedMemory) ? SharedMemory : Path.GetTempPath();
        var folder = Directory.CreateDirectory(Path.Combine(root, $"{prefix}{Guid.NewGuid():N}")).FullName;
        created.Add(folder);
        return folder;
    }
}
