using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Locks the server's data folder, so that one process at a time uses it. Runs on this machine may keep their files in
/// the same folder, and have a lock of their own there.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string Name = "server.lock";

    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    public static DataFolderLock Acquire(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                OwnerFolder.Create(path);
            }

            var file = Open(Path.Combine(path, Name), FileMode.OpenOrCreate);
            RequireNoEarlierServer(path);
            return new(file);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UsageException(
                $"The data folder {path} cannot be written: {e.Message} Name another with --data.", e);
        }
        catch (IOException e)
        {
            throw new UsageException(
                $"The data folder {path} cannot be locked: another server may be using it. {e.Message}", e);
        }
    }

    public void Dispose() => file.Dispose();

    // Releases before this one locked the file that is now the lock of runs alone.
    private static void RequireNoEarlierServer(string path)
    {
        var earlierLock = Path.Combine(path, "lock");
        if (File.Exists(earlierLock) && !HasRun(path))
        {
            Open(earlierLock, FileMode.Open).Dispose();
        }
    }

    private static bool HasRun(string path)
    {
        var holder = Path.Combine(path, "holder");
        var words = File.Exists(holder) ? File.ReadAllText(holder).Split(' ') : [];
        return words.Length > 1 && Directory.Exists(Path.Combine("/proc", words[1]));
    }

    // Who may open the file could lock it.
    private static FileStream Open(string path, FileMode mode)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && mode == FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        return file;
    }
}
