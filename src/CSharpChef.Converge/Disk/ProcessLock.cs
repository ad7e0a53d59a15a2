using System.Diagnostics;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// A lock among all processes that use a file, which the system releases when its process ends. The file of the lock is
/// beside that file, and stays.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream file;

    private ProcessLock(FileStream file) => this.file = file;

    /// <param name="path">The file of the lock. Its folder is made when it is missing.</param>
    /// <param name="limit">How long to wait for the process that has the lock.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The lock; null when another process still has it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static ProcessLock? Take(string path, TimeSpan limit, CancellationToken ct)
    {
        OwnerFolder.Create(Path.GetDirectoryName(path)!);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } file)
            {
                return new ProcessLock(file);
            }

            if (waited.Elapsed >= limit)
            {
                return null;
            }

            ct.WaitHandle.WaitOne(pause);
        }
    }

    public void Dispose() => file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
    }

    // EAGAIN of Linux and of macOS, and the sharing violation of Windows.
    private static bool IsTaken(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
