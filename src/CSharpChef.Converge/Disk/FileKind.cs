namespace CSharpChef.Converge.Disk;

/// <summary>Tells regular files from the other entries of a folder.</summary>
internal static class FileKind
{
    private const int KindBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>
    /// What stands at a path when it is not a regular file, as "a folder"; null for a regular file and for nothing.
    /// </summary>
    public static string? Irregular(string path) =>
        new FileInfo(path).LinkTarget is not null ? "a symbolic link"
        : Directory.Exists(path) ? "a folder"
        : UnixStatus.OfEntry(path) is { } status && (status.Mode & KindBits) != Regular
            ? "a device, a pipe or a socket"
        : null;
}
