using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>The server's folder, for one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    public static DataFolder Take(string path)
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
                $"The data folder {path} cannot be taken: another server may be using it. {e.Message}", e);
        }
    }

    public void Dispose() => held.Dispose();
}
