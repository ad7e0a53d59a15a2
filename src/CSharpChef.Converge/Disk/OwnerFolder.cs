namespace CSharpChef.Converge.Disk;

/// <summary>
/// Folders that only their owner may look into, from their first moment on. One that is there stays as it is.
/// </summary>
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
