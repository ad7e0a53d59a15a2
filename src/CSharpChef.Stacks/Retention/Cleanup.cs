using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Retention;

/// <summary>
/// Deletes expired records, a limited number in each transaction, so that calls can write in between.
/// </summary>
internal static class Cleanup
{
    private const int Slice = 500;

    /// <returns>The number of records deleted.</returns>
    public static async Task<int> RunAsync(DocumentStore store, CancellationToken ct)
    {
        var removed = await store.WriteAsync(Slice, ActivityAsync, ct)
            + await store.WriteAsync(
                Slice, session => AnswerTable.RemoveAsync(session, session.Now - RepeatedCall.Kept, Slice), ct)
            + await store.WriteAsync(
                Slice, session => AnswerTable.RemoveEarlierAsync(session, session.Now - RepeatedCall.Kept, Slice), ct);
        var from = "";
        for (var hasMore = true; hasMore && !ct.IsCancellationRequested;)
        {
            (var count, from) = await store.WriteAsync(session => CommandsAsync(session, from), ct);
            removed += count;
            hasMore = from.Length > 0;
        }

        removed += await store.WriteAsync(DeploymentsAsync, ct)
            + await store.WriteAsync(LogCleanup.Slice, LogCleanup.RemoveAsync, ct);
        await store.WriteAsync(CleanupNotes.NoteEndAsync, ct);
        await store.ShrinkAsync(ct);
        return removed;
    }

    /// <summary>When the last cleanup ended; null when none is known.</summary>
    public static Task<DateTimeOffset?> LastAsync(DocumentStore store, CancellationToken ct) =>
        store.ReadAsync(CleanupNotes.LastAsync, ct);

    public static async Task<RetentionSettings> SettingsAsync(StoreSession store) =>
        await store.FindAsync<RetentionSettings>(RetentionSettings.Only) ?? RetentionSettings.Default;

    private static async Task<int> ActivityAsync(StoreSession store)
    {
        var before = store.Now.AddDays(-(await SettingsAsync(store)).ActivityDays!.Value);
        return await store.ExecuteAsync(
            "delete from activity where seq in (select seq from activity where at < @before order by at limit @slice)",
            new { before = TimeConverter.StoreText(before), slice = Slice });
    }

    private static async Task<(int Removed, string From)> CommandsAsync(StoreSession store, string from)
    {
        var settings = await SettingsAsync(store);
        var old = await store.RangeAsync<Command>(
            from, Uuid7.LowerBound(store.Now.AddDays(-settings.CommandDays!.Value)), Slice);
        var removed = 0;
        foreach (var command in old.Where(command => command.Status != CommandStatus.Pending))
        {
            if (await store.CountAfterAsync<Command>(
                command.InstanceId, command.CommandId) >= settings.CommandsPerInstance)
            {
                await store.RemoveRecordsAsync(command.CommandId);
                await store.RemoveAsync(command);
                removed++;
            }
        }

        return (removed, old.Count == Slice ? old[^1].CommandId : "");
    }

    private static async Task<int> DeploymentsAsync(StoreSession store)
    {
        var settings = await SettingsAsync(store);
        var removed = 0;
        foreach (var deployment in await store.RangeAsync<Deployment>(
            "", Uuid7.LowerBound(store.Now.AddDays(-settings.CommandDays!.Value)), Slice))
        {
            if (deployment.Status != DeploymentStatus.Running
                && await store.CountAsync<Command>(deployment.DeploymentId) == 0)
            {
                await store.RemoveAsync(deployment);
                removed++;
            }
        }

        return removed;
    }
}
