using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;
using CSharpChef.Stacks.Text;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Cluster;

/// <summary>
/// This server as a part of the cluster: a silo, and another one when the first has fallen out of the cluster. Orleans
/// does not notice by itself that Redis lost the table of members.
/// </summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    // A look at the table of members waits for Redis, which may be away.
    private static readonly TimeSpan LongestWatch = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, Task<ServerSilo>> start;
    private readonly ILoggerFactory logs;
    private readonly ILogger log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watch;
    private ServerSilo? silo;

    private SiloHost(
        ServerSilo silo, Func<CancellationToken, Task<ServerSilo>> start, ILoggerFactory logs, bool isCluster)
    {
        (this.silo, this.start, this.logs) = (silo, start, logs);
        log = logs.CreateLogger<SiloHost>();
        watch = isCluster ? WatchAsync(stopping.Token) : Task.CompletedTask;
    }

    /// <summary>The work of this server on instances, which its grains wake.</summary>
    public required FleetSlot Fleet { get; init; }

    /// <summary>Why this server is not a part of its cluster, in words for anybody; null while it is.</summary>
    public string? Fault { get; private set; }

    public static async Task<SiloHost> StartAsync(
        ClusterOptions options, DocumentStore store, Action<ILoggingBuilder> log, CancellationToken ct)
    {
        try
        {
            await RedisUrl.TryAsync(options.RedisUrl);
            var fleet = new FleetSlot();
            var silo = await ServerSilo.StartAsync(options, store, fleet, log, ct);
            return new(
                silo, token => ServerSilo.StartAsync(options, store, fleet, log, token), LoggerFactory.Create(log),
                options.RedisUrl is not null)
            {
                Fleet = fleet,
            };
        }
        catch (Exception e) when (ClusterFaults.Explain(e, options) is { } sentence)
        {
            throw sentence;
        }
    }

    /// <summary>
    /// Lets the servers know that there is work. A message that is lost does no harm: they also look for work.
    /// </summary>
    public void Wake(IReadOnlyList<WorkItem> items)
    {
        foreach (var item in items.Distinct())
        {
            try
            {
                silo?.Grains.GetGrain<IWorkGrain>(item.Id).WakeAsync(item.Kind).Ignore();
            }
            catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
            {
                // The silo stops, or has fallen out of the cluster.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watch.WaitAsync(LongestWatch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync();
        stopping.Dispose();
        logs.Dispose();
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        while (await NextAsync(ct))
        {
            try
            {
                await (silo is null ? JoinAsync(ct) : CheckAsync(silo, ct));
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // While Redis is away nobody knows who is a member.
                SiloLog.JoinFailed(log, Excerpt.Of(e.GetBaseException().Message));
            }
        }
    }

    private async Task<bool> NextAsync(CancellationToken ct)
    {
        var tick = Task.Delay(Period, ct);
        await Task.WhenAny(tick, silo?.Ended ?? tick);
        return !ct.IsCancellationRequested;
    }

    private async Task CheckAsync(ServerSilo current, CancellationToken ct)
    {
        if (current.Ended.IsCompleted || !await current.IsMemberAsync())
        {
            Fault = "this server is not in the cluster: it joins again when Redis answers";
            SiloLog.Left(log);
            await current.RepairTableAsync();
            await EndAsync();
            await JoinAsync(ct);
        }
    }

    private async Task JoinAsync(CancellationToken ct)
    {
        silo = await start(ct);
        Fault = null;
        SiloLog.Returned(log);
    }

    private async Task EndAsync()
    {
        if (silo is { } ended)
        {
            silo = null;
            await ended.DisposeAsync();
        }
    }
}
