using System.Globalization;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>
/// The file of a SQLite database: only its owner may read it, and it is held open, to notice when another process
/// removes or replaces it. SQLite itself would go on with the file that has no name any more.
/// </summary>
internal sealed class DatabaseFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const long LeastFreeBytes = 64 << 20;

    private readonly string path;
    private readonly Func<string, long> freeBytes;
    private readonly FileStream held;
    private readonly string? place;

    private DatabaseFile(string path, Func<string, long> freeBytes)
    {
        this.path = path;
        this.freeBytes = freeBytes;
        held = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        place = Place();
    }

    /// <summary>What keeps changes from being stored, in words for anybody; null when nothing does.</summary>
    public string? Fault => IsMissing
        ? "the database file was removed or replaced while the server ran"
        : freeBytes(Path.GetDirectoryName(path)!) < LeastFreeBytes ? "the disk is full" : null;

    /// <summary>True when the path does not lead to the open file.</summary>
    public bool IsMissing => place is null ? !File.Exists(path) : Place() != place;

    /// <param name="path">The file; a new one is created.</param>
    /// <param name="freeBytes">Reads the free space of the disk on which a folder is.</param>
    public static DatabaseFile Open(string path, Func<string, long> freeBytes)
    {
        if (!File.Exists(path))
        {
            OwnerFile.Create(path).Dispose();
        }

        Protect(path);
        return new(path, freeBytes);
    }

    public void Dispose() => held.Dispose();

    // SQLite gives the files beside the database its mode when it creates them.
    private static void Protect(string path)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) | OwnerOnly) != OwnerOnly)
            {
                File.SetUnixFileMode(file, OwnerOnly);
            }
        }
    }

    // Linux appends " (deleted)" to the name of an open file that was removed or replaced.
    private string? Place()
    {
        var number = held.SafeFileHandle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture);
        return OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{number}").LinkTarget : null;
    }
}
