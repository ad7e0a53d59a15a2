namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>
/// One PostgreSQL for all tests that only need a schema of it, begun by the first and ended after the last.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);

    internal static Task<PostgresServer> GetAsync()
    {
        PostgresServer.Need();
        return Server.Value;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Server.IsValueCreated)
        {
            await (await Server.Value).DisposeAsync();
        }
    }
}
