namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>Several servers on one PostgreSQL that find each other through a Redis for this cluster only.</summary>
internal sealed class ServerCluster : IAsyncDisposable
{
    private readonly RedisServer redis;
    private readonly List<ServerClient> clients = [];

    private ServerCluster(RedisServer redis, ServerStore store) => (this.redis, Store) = (redis, store);

    public ServerStore Store { get; }

    public List<ServeProcess> Servers { get; } = [];

    public IReadOnlyList<ServerClient> Clients => clients;

    public static async Task<ServerCluster> StartAsync(string schema, int servers)
    {
        var postgres = await SharedPostgres.GetAsync();
        var cluster = new ServerCluster(
            await RedisServer.StartAsync(), await ServerStore.CreateAsync(await postgres.CreateSchemaAsync(schema)));
        try
        {
            await Task.WhenAll(Enumerable.Range(0, servers).Select(_ => cluster.AddServerAsync()));
            cluster.clients.AddRange(cluster.Servers.Select(server => cluster.Store.CreateClient(server)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes all data of Redis, as its restart without a disk does.</summary>
    public Task ForgetMembersAsync() => redis.FlushAsync();

    /// <summary>The number of silos in the table of the cluster's members that are active.</summary>
    public Task<int> CountMembersAsync() => redis.CountAsync("csharpchef/members/csharpchef", "\"Status\":3");

    public async Task WaitForMembersAsync(int number)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await CountMembersAsync() != number)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
        }
    }

    /// <summary>Kills a server and starts another in its place.</summary>
    public async Task ReplaceAsync(int index)
    {
        await Servers[index].KillAsync();
        Servers[index] = await Store.ServeAsync(redis.Url);
    }

    // Each server is in the list once it runs, so that it is ended when another one does not start.
    private async Task AddServerAsync()
    {
        var server = await Store.ServeAsync(redis.Url);
        lock (Servers)
        {
            Servers.Add(server);
        }
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }

        await redis.DisposeAsync();
        Store.Dispose();
    }
}
