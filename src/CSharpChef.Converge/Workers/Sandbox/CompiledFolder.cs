using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>The folder of compiled scripts, which one user writes and others read.</summary>
internal static partial class CompiledFolder
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes the folder, which belongs to the user that compiles.</summary>
    public static void Prepare(string folder, int? user)
    {
        Directory.CreateDirectory(folder);
        if (user is { } id && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Folder);
            if (LChown(folder, (uint)id, (uint)id) != 0)
            {
                throw new IOException($"{folder}: cannot give the folder to the user {id}");
            }
        }
    }

    /// <summary>Lets the users of other workers read the files. Links are removed: the compiler writes none.</summary>
    public static void Publish(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (file is not FileInfo || file.LinkTarget is not null)
            {
                file.Delete();
            }
            else if (!OperatingSystem.IsWindows())
            {
                file.UnixFileMode = Readable;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LChown(string path, uint user, uint group);
}
