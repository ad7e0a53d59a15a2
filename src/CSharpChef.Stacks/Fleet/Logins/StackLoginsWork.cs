using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet.Logins;

/// <summary>
/// Lets each machine of a stack get the accounts of its users, and lets it look again when it may remove those that it
/// locks today.
/// </summary>
internal sealed class StackLoginsWork(FleetParts parts, WorkItem item)
{
    private const int Slice = 100;

    public async Task<TimeSpan?> ActAsync(CancellationToken ct)
    {
        var instances = await parts.Store.ReadAsync(session => session.IdsAsync<Instance>(item.Subject), ct);
        foreach (var slice in instances.Chunk(Slice))
        {
            await parts.Store.WriteAsync(session => WakeAsync(session, slice), ct);
        }

        if (item == WorkItem.OfStackLogins(item.Subject) && instances.Count > 0)
        {
            await parts.Store.WriteAsync(LookAgainAsync, ct);
        }

        return null;
    }

    private static async Task<int> WakeAsync(StoreSession session, IReadOnlyList<string> instances)
    {
        foreach (var instance in instances)
        {
            await session.WakeAsync(WorkItem.OfInstanceLogins(instance));
        }

        return instances.Count;
    }

    private async Task<bool> LookAgainAsync(StoreSession session)
    {
        var day = DateOnly.FromDateTime(session.Now.UtcDateTime).AddDays(await LoginRetention.DaysAsync(session) + 1);
        await session.WakeAsync(
            WorkItem.OfStackLogins(item.Subject, day), new(day, TimeOnly.MinValue, TimeSpan.Zero));
        return true;
    }
}
