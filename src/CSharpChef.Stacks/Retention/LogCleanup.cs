using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Retention;

/// <summary>Deletes the oldest logs and results of commands while all logs together are too large.</summary>
internal static class LogCleanup
{
    /// <summary>The most commands whose records are deleted in one transaction.</summary>
    public const int Slice = 100;

    /// <returns>The number of commands whose records were deleted.</returns>
    public static async Task<int> RemoveAsync(StoreSession store)
    {
        var most = ((await Cleanup.SettingsAsync(store)).LogMegabytes ?? RetentionSettings.Default.LogMegabytes!.Value)
            * (1L << 20);
        var excess = await store.LogSizeAsync() - most;
        var removed = 0;
        foreach (var (command, size) in excess > 0 ? await store.OldestLogsAsync(Slice) : [])
        {
            if (excess <= 0)
            {
                break;
            }

            await store.RemoveRecordsAsync(command);
            (excess, removed) = (excess - size, removed + 1);
        }

        return removed;
    }
}
