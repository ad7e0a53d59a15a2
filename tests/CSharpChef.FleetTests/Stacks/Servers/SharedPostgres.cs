namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>
/// One PostgreSQL server for all tests that need only a schema; the first starts it, and it ends after the last.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);

    internal static Task<PostgresServer> GetAsync()
    {
        PostgresServer.RequireInstalled();
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
