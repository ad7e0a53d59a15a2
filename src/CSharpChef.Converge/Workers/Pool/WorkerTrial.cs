using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>Tries whether workers can start on this machine.</summary>
internal static class WorkerTrial
{
    /// <summary>Starts a worker, and ends it.</summary>
    /// <returns>Why it cannot start, and what to do; null when it can.</returns>
    public static async Task<string?> CauseAsync(WorkerPool pool, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("csharpchef-trial-").FullName;
        try
        {
            await pool.TryAsync(new WorkerFolders([folder], folder), ct);
            return null;
        }
        catch (ConvergeException e)
        {
            return e.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
