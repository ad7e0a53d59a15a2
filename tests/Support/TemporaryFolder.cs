namespace CSharpChef.TestSupport;

/// <summary>Creates folders for files that a test deletes at its end.</summary>
internal static class TemporaryFolder
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>Creates a folder in memory if the machine can: databases sync the disk at every commit.</summary>
    public static string CreateInMemory(string prefix)
    {
        var root = Directory.Exists(SharedMemory) ? SharedMemory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(root, $"{prefix}{Guid.NewGuid():N}")).FullName;
    }
}
