using System.Globalization;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Tests.Web.Api;

/// <summary>A server whose PostgreSQL cannot be reached.</summary>
public sealed class UnavailableStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_without_a_verified_credential_does_not_learn_where_the_database_is_and_the_log_says_it()
    {
        var address = $"127.0.0.1:{FreePort.Find()}";
        await using var database = PostgresDatabase.Open($"postgres://chef@{address}/chef");
        await using var server = await LoopbackServer.StartAsync(plane: plane => WithDatabase(plane, database));
        using var client = new SigningClient(server.Url);

        var replies = new[]
        {
            await client.CallAsync(Cancel),
            await client.CallAsync(Cancel, request => SigningClient.Bearer(request)),
        };

        Assert.All(replies, reply =>
        {
            reply.Refuses(
                503,
                "ServiceUnavailableException",
                "The store is unavailable: the reason is in the log of the server. Nothing was changed; try again.");
            Assert.DoesNotContain(address, reply.Body, StringComparison.Ordinal);
        });
        Assert.Contains(server.Log, line => line.StartsWith(
            $"Error A credential could not be looked up: The store is unavailable: Failed to connect to {address}. Nothing was changed; try again.",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_that_the_server_could_not_judge_do_not_count_as_refused_in_the_log()
    {
        await using var database = PostgresDatabase.Open($"postgres://chef@127.0.0.1:{FreePort.Find()}/chef");
        var server = await LoopbackServer.StartAsync(plane: plane => WithDatabase(plane, database));
        using (var client = new SigningClient(server.Url))
        {
            for (var n = 0; n < 45; n++)
            {
                await client.CallAsync(Cancel);
            }
        }

        await server.DisposeAsync();

        var lines = server.Log.Count(line => line.Contains(" 503 ServiceUnavailableException ", StringComparison.Ordinal));
        var leftOut = server.Log
            .Where(line => line.Contains("more calls ended before their credential was judged", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
        Assert.Equal(45, lines + leftOut);
        Assert.DoesNotContain(server.Log, line => line.Contains("were refused", StringComparison.Ordinal));
    }

    private static ControlPlane WithDatabase(ControlPlane plane, PostgresDatabase database) =>
        new(new DocumentStore(database, plane.Store.Secrets, TimeProvider.System), plane.Server, TimeProvider.System);
}
