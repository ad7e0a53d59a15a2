using System.Net;
using System.Net.Sockets;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

/// <summary>This server as a part of the cluster: an Orleans silo, which hosts grains.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private const string Name = "csharpchef";

    private readonly IHost host;

    private SiloHost(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<SiloHost> StartAsync(
        ClusterOptions options, DocumentStore store, ILoggerProvider? log, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSingleton(store);
        builder.UseOrleans(silo => Configure(silo, options));
        var started = new SiloHost(builder.Build());
        await started.BeginAsync(options, ct);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private async Task BeginAsync(ClusterOptions options, CancellationToken ct)
    {
        try
        {
            await host.StartAsync(ct);
        }
        catch (Exception e) when (options.RedisUrl is not null && e is not OperationCanceledException)
        {
            host.Dispose();
            throw new StoreException(
                $"Cannot join the cluster: {Excerpt.Of(e.GetBaseException().Message)}. Is Redis there, and reached by that URL?",
                e);
        }

        await Grains.GetGrain<ICleanupGrain>("0").BeginAsync();
    }

    private static void Configure(ISiloBuilder silo, ClusterOptions options)
    {
        var listen = options.Listen ?? new(IPAddress.Loopback, FreePort());
        if (options.RedisUrl is { } url)
        {
            Join(silo, url);
            silo.ConfigureEndpoints(listen.Address, listen.Port, gatewayPort: 0, listenOnAnyHostAddress: false);
        }
        else
        {
            silo.UseLocalhostClustering(listen.Port, gatewayPort: 0, serviceId: Name, clusterId: Name);
            silo.UseInMemoryReminderService();
        }
    }

    private static void Join(ISiloBuilder silo, string url)
    {
        silo.Configure<Orleans.Configuration.ClusterOptions>(
            cluster => (cluster.ServiceId, cluster.ClusterId) = (Name, Name));
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = RedisUrl.Parse(url));
        silo.UseRedisReminderService(redis => redis.ConfigurationOptions = RedisUrl.Parse(url));
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(2);
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
            membership.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
