using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

/// <summary>One Orleans silo, from its start until it ends or leaves the cluster.</summary>
internal sealed class ServerSilo : IAsyncDisposable
{
    private const string Name = "csharpchef";
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);

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
        ClusterOptions options, DocumentStore store, Action<ILoggingBuilder> log, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        log(builder.Logging);
        var isStarted = new StrongBox<bool>();
        Filter(builder.Logging, isStarted);
        builder.Services.AddSingleton(store);
        builder.UseOrleans(silo => Configure(silo, options));
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

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(LongestStop);
        try
        {
            await host.StopAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Redis is away: the others notice by themselves that this silo has ended.
        }

        host.Dispose();
    }

    // A start that fails is an exception, which is told in one sentence; one that succeeds warns of the garbage
    // collector's mode. The watchdog always warns of the time since the machine started.
    private static void Filter(ILoggingBuilder log, StrongBox<bool> isStarted) =>
        log.AddFilter("Orleans", level => isStarted.Value && level >= LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

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
