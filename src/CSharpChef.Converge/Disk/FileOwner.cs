using System.Globalization;
using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// Who may change a file of this machine. A file that decides what runs as root must be under the control of the user
/// who runs it, or of root.
/// </summary>
internal static partial class FileOwner
{
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
        if (UnixStatus.Of(path) is not { } file || UnixStatus.OfEntry(path) is not { } link)
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
        return PasswordFile.Accounts().FirstOrDefault(account => account.Length > 2 && account[2] == number)?[0]
            ?? $"the user {number}";
    }

    [LibraryImport(UnixStatus.Native, EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEUid();

    [LibraryImport(UnixStatus.Native, EntryPoint = "SystemNative_GetEGid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEGid();
}
