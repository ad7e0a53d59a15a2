using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>Locks the server's data folder, so that one process at a time uses it.</summary>
internal sealed class DataFolderLock : IDisposable
{
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

            return new(new(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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
}
