using System.Globalization;
using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// Who may change a file of this machine. A file that decides what runs as root must be under the control of the user
/// who runs it, or of root.
/// </summary>
internal static partial class FileOwner
{
    // The library through which the framework itself asks Unix.
    private const string Native = "libSystem.Native";
    private const uint Root = 0;

    /// <summary>
    /// The reason why a file cannot be trusted, as the end of a sentence; null when it can be. A user who may write
    /// to its folder can replace the file, but not in a sticky folder, such as /tmp.
    /// </summary>
    public static string? Distrust(string path) =>
        DistrustEntry(path, "it", isFolder: false)
        ?? Folders(path).Select(folder => DistrustEntry(folder, $"its folder {folder}", isFolder: true))
            .FirstOrDefault(reason => reason is not null);

    private static IEnumerable<string> Folders(string path)
    {
        var file = new FileInfo(path);
        string?[] folders = [file.DirectoryName, (file.ResolveLinkTarget(true) as FileInfo)?.DirectoryName];
        return folders.OfType<string>().Distinct();
    }

    private static string? DistrustEntry(string path, string name, bool isFolder)
    {
        if (OperatingSystem.IsWindows() || Stat(path, out var file) != 0 || LStat(path, out var link) != 0)
        {
            return null;
        }

        var me = GetEUid();
        var stranger = new[] { file.Uid, link.Uid }.FirstOrDefault(uid => uid != me && uid != Root, me);
        return stranger != me ? $"{name} belongs to {NameOf(stranger)}, and not to you or root"
            : isFolder && (file.Mode & (int)UnixFileMode.StickyBit) != 0 ? null
            : (file.Mode & (int)UnixFileMode.OtherWrite) != 0 ? $"every user may write to {name}"
            : (file.Mode & (int)UnixFileMode.GroupWrite) != 0 && file.Gid != GetEGid() && file.Gid != Root
                ? $"a group that is not your own may write to {name}"
            : null;
    }

    private static string NameOf(uint uid)
    {
        var number = uid.ToString(CultureInfo.InvariantCulture);
        try
        {
            return File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
                .FirstOrDefault(words => words.Length > 2 && words[2] == number)?[0] ?? $"the user {number}";
        }
        catch (Exception e) when (CacheFiles.IsMiss(e))
        {
            return $"the user {number}";
        }
    }

    [LibraryImport(Native, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(string path, out FileStatus status);

    [LibraryImport(Native, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, out FileStatus status);

    [LibraryImport(Native, EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEUid();

    [LibraryImport(Native, EntryPoint = "SystemNative_GetEGid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEGid();

    /// <summary>The beginning of what the framework's library fills in, and room for the rest.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(4)]
        public int Mode;

        [FieldOffset(8)]
        public uint Uid;

        [FieldOffset(12)]
        public uint Gid;
    }
}
