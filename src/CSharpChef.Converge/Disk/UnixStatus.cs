using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// Kind, mode and owner of a file of this machine: the beginning of what the framework's library fills in, and room for
/// the rest.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal partial struct UnixStatus
{
    // The library through which the framework itself asks Unix.
    public const string Native = "libSystem.Native";

    [FieldOffset(4)]
    public int Mode;

    [FieldOffset(8)]
    public uint Uid;

    [FieldOffset(12)]
    public uint Gid;

    /// <summary>The status of a file or of the target of a link; null when it cannot be read, and on Windows.</summary>
    public static UnixStatus? Of(string path) =>
        !OperatingSystem.IsWindows() && Stat(path, out var status) == 0 ? status : null;

    /// <summary>The status of a file or of a link itself; null when it cannot be read, and on Windows.</summary>
    public static UnixStatus? OfEntry(string path) =>
        !OperatingSystem.IsWindows() && LStat(path, out var status) == 0 ? status : null;

    [LibraryImport(Native, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(string path, out UnixStatus status);

    [LibraryImport(Native, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, out UnixStatus status);
}
