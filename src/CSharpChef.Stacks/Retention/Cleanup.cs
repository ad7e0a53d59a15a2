using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Retention;

/// <summary>Removes what is older than it shall be kept, in slices, so that others get their turn.</summary>
internal static class Cleanup
{
    private const int Slice = 500;

    /// <returns>How many lines and documents were removed.</returns>
    public static async Task<int> RunAsync(DocumentStore store, CancellationToken ct)
    {
        var removed = await store.WriteAsync(Slice, ActivityAsync, ct)
            + await store.WriteAsync(Slice, session => RepeatedCall.ForgetAsync(session, Slice), ct);
        var from = "";
        for (var more = true; more && !ct.IsCancellationRequested;)
        {
            (var count, from) = await store.WriteAsync(session => CommandsAsync(session, from), ct);
            removed += count;
            more = from.Length > 0;
        }

        return removed + await store.WriteAsync(DeploymentsAsync, ct);
    }

    private static async Task<RetentionSettings> SettingsAsync(StoreSession store) =>
        await store.FindAsync<RetentionSettings>(RetentionSettings.Only) ?? RetentionSettings.Default;

    private static async Task<int> ActivityAsync(StoreSession store)
    {
        var before = store.Now.AddDays(-(await SettingsAsync(store)).ActivityDays!.Value);
        return await store.ExecuteAsync(
            "delete from activity where seq in (select seq from activity where at < @before order by at limit @slice)",
            new { before = TimeConverter.Store(before), slice = Slice });
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
