namespace CSharpChef.Converge.Disk;

/// <summary>Creates folders that only their owner can open. A folder that exists keeps its permissions.</summary>
internal static class OwnerFolder
{
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
