namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>
/// A lock among all processes of this host. The kernel releases it when the process ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    // EWOULDBLOCK of flock(2), which is what FileShare.None means on Linux.
    private const int Taken = 11;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    public static async Task<FileLock> TakeAsync(LocalOptions options, string name, CancellationToken ct)
    {
        var path = PathOf(options, name);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } file)
            {
                return new FileLock(file);
            }

            await Task.Delay(Pause, options.Clock, ct);
        }
    }

    /// <summary>Takes a lock; null when another holder has it.</summary>
    public static FileLock? TryTake(LocalOptions options, string name) =>
        TryOpen(PathOf(options, name)) is { } file ? new FileLock(file) : null;

    public void Dispose()
    {
        File.Delete(file.Name);
        file.Dispose();
    }

    private static string PathOf(LocalOptions options, string name)
    {
        var path = Path.Combine(options.Folder, "locks", name);
        PrivateFolder.Make(Path.GetDirectoryName(path)!);
        return path;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (IsInPlace(file))
            {
                return file;
            }

            file.Dispose();
            return null;
        }
        catch (IOException e) when (e.HResult == Taken)
        {
            return null;
        }
    }

    // The previous holder may have removed the file between its opening and its locking here.
    private static bool IsInPlace(FileStream file) =>
        File.ResolveLinkTarget(
            $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}",
            returnFinalTarget: false)?.FullName == file.Name;
}
