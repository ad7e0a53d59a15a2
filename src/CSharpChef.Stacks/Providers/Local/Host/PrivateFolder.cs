namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>
/// Makes folders that only root may enter: disks of machines have setuid programs, which no other user of this host may
/// start.
/// </summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder and those above it. One that exists keeps its mode.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
