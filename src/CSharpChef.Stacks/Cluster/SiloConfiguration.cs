using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

/// <summary>The settings of Orleans: how servers find each other, and what of its log is written.</summary>
internal static class SiloConfiguration
{
    private const string Name = "csharpchef";

    // A start that fails ends with an exception, which says it in one sentence; one that succeeds warns of the
    // garbage collector's mode. The watchdog always warns of the time since the machine started.
    public static void Filter(ILoggingBuilder log, StrongBox<bool> isStarted) =>
        log.AddFilter("Orleans", level => isStarted.Value && level >= LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

    public static void Apply(ISiloBuilder silo, ClusterOptions options)
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
