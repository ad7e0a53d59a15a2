using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// Says in the store that this server runs. A server that cannot say so has ended for the others, and must stop its
/// work before they take it over.
/// </summary>
internal sealed class ServerLease(FleetParts parts)
{
    private long renewed;

    /// <summary>True while no other server may have taken over the work of this one.</summary>
    public bool IsHeld => parts.Clock.GetElapsedTime(renewed)
        < TimeSpan.FromSeconds(parts.Options.LeaseSeconds) - parts.Options.LeaseRenewal;

    /// <exception cref="StoreFailureException">The store is unavailable.</exception>
    public async Task RenewAsync(CancellationToken ct)
    {
        // The lease is counted from before the call: the database may have stored it at any time until its end.
        var begun = parts.Clock.GetTimestamp();
        await WriteAsync(session => session.RenewAsync(parts.ServerId, parts.Options.LeaseSeconds), ct);
        renewed = begun;
    }

    /// <summary>Gives up all work of this server.</summary>
    public Task FreeAsync(CancellationToken ct) => WriteAsync(session => session.FreeAsync(parts.ServerId), ct);

    /// <summary>Gives up the lease and all work of this server.</summary>
    public Task LeaveAsync(CancellationToken ct) => WriteAsync(session => session.LeaveAsync(parts.ServerId), ct);

    private Task WriteAsync(Func<StoreSession, Task> work, CancellationToken ct) => parts.Store.WriteAsync(
        async session =>
        {
            await work(session);
            return true;
        },
        ct);
}
