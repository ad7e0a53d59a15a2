using System.Runtime.CompilerServices;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Clustering.Redis;

namespace CSharpChef.Stacks.Cluster;

/// <summary>One Orleans silo, from its start until it ends or leaves the cluster.</summary>
internal sealed class ServerSilo : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly IHost host;
    private readonly SiloEnd end;

    private ServerSilo(IHost host)
    {
        this.host = host;
        end = host.Services.GetRequiredService<SiloEnd>();
    }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Ends when Orleans gives this silo up, as when the others declared it dead.</summary>
    public Task Ended => end.Task;

    private IMembershipTable Table => host.Services.GetRequiredService<IMembershipTable>();

    public static async Task<ServerSilo> StartAsync(
        ClusterOptions options, DocumentStore store, FleetSlot fleet, Action<ILoggingBuilder> log, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        log(builder.Logging);
        var isStarted = new StrongBox<bool>();
        SiloConfiguration.Filter(builder.Logging, isStarted);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(fleet);
        builder.Services.AddSingleton(new CleanupTurn(TimeProvider.System));
        builder.UseOrleans(silo => SiloConfiguration.Apply(silo, options));
        builder.Services.AddSingleton<SiloEnd>();
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IFatalErrorHandler>(services => services.GetRequiredService<SiloEnd>()));
        var host = builder.Build();
        try
        {
            await host.StartAsync(ct);
            var silo = new ServerSilo(host);
            await silo.Grains.GetGrain<ICleanupGrain>("0").BeginAsync();
            isStarted.Value = true;
            return silo;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>True when the table of the cluster's members names this silo as an active one.</summary>
    public async Task<bool> IsMemberAsync()
    {
        var own = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        try
        {
            return (await Table.ReadAllAsync()).Members
                .Any(member => member.Item1.SiloAddress.Equals(own) && member.Item1.Status == SiloStatus.Active);
        }
        catch (RedisClusteringException)
        {
            // Redis answers, and has no table.
            return false;
        }
    }

    /// <summary>Makes an empty table of members one in which a silo can write that it ends.</summary>
    public Task RepairTableAsync() => Table.InitializeMembershipTableAsync(tryInitTableVersion: true);

    /// <summary>
    /// Ends the silo. While Redis is away Orleans would try again without end: after the time limit it is left alone,
    /// and the others notice by themselves that this silo has ended.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(LongestStop);
        var stop = Task.Run(() => StopAsync(limit.Token));
        await stop.WaitAsync(LongestStop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task StopAsync(CancellationToken ct)
    {
        await host.StopAsync(ct);
        host.Dispose();
    }
}
