using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Locks the server's data folder, so that one process at a time uses it. Runs on this machine may keep their files in
/// the same folder, and have a lock of their own there.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    public const string Name = "server.lock";

    private readonly HeldFile file;

    private DataFolderLock(HeldFile file) => this.file = file;

    /// <summary>Why the folder is not locked any more, in words for anybody; null while it is.</summary>
    public string? Fault => file.IsMissing
        ? $"the lock file {file.Name} was removed or replaced while the server ran: start the server again"
        : null;

    public static DataFolderLock Acquire(string path)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"The data folder {path} is a file: name a folder with --data.");
        }

        try
        {
            if (!Directory.Exists(path))
            {
                OwnerFolder.Create(path);
            }

            var lockFile = Path.Combine(path, Name);
            var file = new HeldFile(lockFile, Open(lockFile, FileMode.OpenOrCreate));
            RequireNoEarlierServer(path);
            return new(file);
        }
        catch (IOException e) when (IsLocked(e))
        {
            throw new UsageException(
                $"The data folder {path} is in use by a server or by another command of csharpchef: stop it first, or name another folder with --data.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The data folder {path} cannot be used: {Reason.Of(e)} Mend that, or name another folder with --data.", e);
        }
    }

    public void Dispose() => file.Dispose();

    // EAGAIN of Linux and of macOS, and the sharing violation of Windows.
    private static bool IsLocked(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

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
