using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// This server's part of the work on instances. It hears of new work through <see cref="Drivers"/>, and looks for work
/// that no server has: a message may be lost, and a server may end.
/// </summary>
internal sealed class FleetHost : IAsyncDisposable
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly FleetParts parts;
    private readonly ServerLease lease;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> loops = [];
    private WorkDrivers drivers;
    private bool isAway;

    private FleetHost(FleetParts parts)
    {
        this.parts = parts;
        lease = new(parts);
        drivers = new(parts);
    }

    /// <summary>The work that this server does now.</summary>
    public WorkDrivers Drivers => drivers;

    public static async Task<FleetHost> StartAsync(FleetParts parts, CancellationToken ct)
    {
        var host = new FleetHost(parts);
        await host.lease.RenewAsync(ct);
        host.loops.Add(host.EveryAsync(parts.Options.LeaseRenewal, host.KeepAsync));
        host.loops.Add(host.EveryAsync(parts.Options.SweepPeriod, host.SweepAsync));
        await host.SweepAsync(ct);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(loops);
        await drivers.DisposeAsync();
        using var limit = new CancellationTokenSource(LongestGoodbye);
        await lease.LeaveAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> act)
    {
        using var timer = new PeriodicTimer(period, parts.Clock);
        while (!stopping.IsCancellationRequested)
        {
            Task tick = timer.WaitForNextTickAsync(stopping.Token).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested)
            {
                await act(stopping.Token);
            }
        }
    }

    private async Task KeepAsync(CancellationToken ct)
    {
        try
        {
            await lease.RenewAsync(ct);
            await ReturnAsync(ct);
        }
        catch (Exception e) when (e is StoreFailureException or OperationCanceledException)
        {
            await EndWhenLostAsync();
        }
    }

    // From now on another server may do the work.
    private async Task EndWhenLostAsync()
    {
        if (!isAway && !lease.IsHeld && !stopping.IsCancellationRequested)
        {
            isAway = true;
            FleetLog.LeaseLost(parts.Log);
            await drivers.DisposeAsync();
        }
    }

    // Its work of before is looked for like that of any other server.
    private async Task ReturnAsync(CancellationToken ct)
    {
        if (isAway)
        {
            await lease.FreeAsync(ct);
            drivers = new(parts);
            isAway = false;
            FleetLog.LeaseRegained(parts.Log);
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            foreach (var item in lease.IsHeld && !isAway
                ? await parts.Store.ReadAsync(session => session.DueAsync(MostAtOnce), ct)
                : [])
            {
                drivers.Wake(item);
            }
        }
        catch (StoreFailureException e)
        {
            FleetLog.SweepFailed(parts.Log, e.Message);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
