using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>
/// The files of a SQLite database: only their owner may read them, and they are held open, to notice when another
/// process removes or replaces one. SQLite itself would go on with the file that has no name any more.
/// </summary>
internal sealed class DatabaseFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const long LeastFreeBytes = 64 << 20;

    private readonly string path;
    private readonly Func<string, long> freeBytes;
    private readonly List<HeldFile> held;
    private HeldFile? log;

    private DatabaseFile(string path, Func<string, long> freeBytes)
    {
        (this.path, this.freeBytes) = (path, freeBytes);
        held = [new(path)];
    }

    /// <summary>What keeps changes from being stored, in words for anybody; null when nothing does.</summary>
    public string? Fault => Missing
        ?? (freeBytes(Path.GetDirectoryName(path)!) < LeastFreeBytes
            ? "the disk of the database is full: fewer than 64 MB are free; free some space"
            : null);

    /// <summary>Which file was removed or replaced, in words for anybody; null when none was.</summary>
    public string? Missing => held.Find(file => file.IsMissing) is { } missing
        ? $"the database file {missing.Name} was removed or replaced while the server ran: put it back, or stop the server and restore a backup"
        : null;

    /// <summary>
    /// True when only the log of SQLite was removed or replaced: the database can still take its changes.
    /// </summary>
    public bool LacksOnlyLog => held.All(file => file.IsMissing == (file == log));

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

    /// <summary>Holds the log and its index too. A connection must have read the database.</summary>
    public void HoldLog()
    {
        if (File.Exists($"{path}-wal") && File.Exists($"{path}-shm"))
        {
            log = new($"{path}-wal");
            held.AddRange([log, new($"{path}-shm")]);
        }
    }

    // Closing a file ends all locks that this process has of it, so this must follow the end of the connections.
    public void Dispose() => held.ForEach(file => file.Dispose());

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
}
