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
            cluster.Servers.AddRange(await Task.WhenAll(
                Enumerable.Range(0, servers).Select(_ => cluster.Store.ServeAsync(cluster.redis.Url))));
            cluster.clients.AddRange(cluster.Servers.Select(server => cluster.Store.CreateClient(server)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
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
