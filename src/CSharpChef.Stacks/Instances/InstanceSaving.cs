using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Instances;

/// <summary>Stores changes of the status of instances, on which servers act.</summary>
internal static class InstanceSaving
{
    /// <summary>
    /// How long changes of the set of online instances are gathered before Configure is queued, so that machines that
    /// come together cause one Configure each.
    /// </summary>
    public static readonly TimeSpan ConfigureDelay = TimeSpan.FromSeconds(2);

    /// <summary>The same while the Setup of another instance runs, which is soon to come.</summary>
    private static readonly TimeSpan ConfigureDelayInSetup = TimeSpan.FromSeconds(6);

    /// <summary>Saves what somebody wants of an instance, and wakes the server that works on it.</summary>
    /// <param name="warnings">What the caller should know, for the activity log.</param>
    public static async Task SaveLifeAsync(
        this StoreSession store, Instance before, Instance after, IReadOnlyList<string>? warnings = null)
    {
        if (!ReferenceEquals(before, after))
        {
            await store.SaveStatusAsync(before, after, warnings);
            await store.WakeAsync(WorkItem.OfInstance(after.InstanceId));
        }
    }

    /// <summary>Adds an instance for which a server has something to do.</summary>
    public static async Task AddLifeAsync(this StoreSession store, Instance added)
    {
        await store.AddAsync(added);
        await store.WakeAsync(WorkItem.OfInstance(added.InstanceId));
    }

    /// <summary>
    /// Saves an instance. When it enters or leaves online, the other instances of its stack are configured soon; what
    /// it has published is gone when it leaves.
    /// </summary>
    /// <param name="reason">Why the status changes, for the activity log; null where a call says it.</param>
    public static Task<Instance> SaveStatusAsync(
        this StoreSession store, Instance before, Instance after, string? reason = null) =>
        store.SaveStatusAsync(before, after, reason is null ? null : [reason]);

    private static async Task<Instance> SaveStatusAsync(
        this StoreSession store, Instance before, Instance after, IReadOnlyList<string>? notes)
    {
        if (IsMember(before) != IsMember(after))
        {
            var delay = IsMember(after) && await IsOtherInSetupAsync(store, after)
                ? ConfigureDelayInSetup
                : ConfigureDelay;
            await store.WakeAsync(WorkItem.OfStack(after.StackId), store.Now + delay);
        }

        if (!IsMember(after) && (IsMember(before) || before.Status == InstanceStatus.RunningSetup))
        {
            await PublishedValues.RemoveAsync(store, after.InstanceId);
        }

        if (after.Status != before.Status && IsReached(after)
            && await store.FindAsync<Stack>(after.StackId) is { KeyRotation: { } rotation }
            && rotation.Waiting.ContainsKey(after.InstanceId))
        {
            await store.WakeAsync(WorkItem.OfInstanceLogins(after.InstanceId));
        }

        return await store.SaveAsync(before, after, notes);
    }

    private static async Task<bool> IsOtherInSetupAsync(StoreSession store, Instance instance)
    {
        var inSetup = await store.IdsAsync<Instance>(
            Instance.StateOwner(instance.StackId, InstanceStatus.RunningSetup));
        return inSetup.Any(id => id != instance.InstanceId);
    }

    private static bool IsReached(Instance instance) =>
        instance.Status is InstanceStatus.Online or InstanceStatus.Registered or InstanceStatus.SetupFailed;

    // A reboot does not cause a Configure of the others, as in OpsWorks.
    private static bool IsMember(Instance instance) =>
        instance.Status is InstanceStatus.Online or InstanceStatus.Rebooting;
}
