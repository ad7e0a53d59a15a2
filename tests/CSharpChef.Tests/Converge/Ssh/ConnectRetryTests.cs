using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

public sealed class ConnectRetryTests(SshServer server) : IClassFixture<SshServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, WholeSuite]
    public async Task A_server_that_closes_the_connection_twice_is_reached_at_the_third_attempt()
    {
        server.SkipIfMissing();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var relay = RelayAsync(listener, dropped: 2);
        var config = server.PathOf("retry-config");
        await File.WriteAllTextAsync(config, $"HostKeyAlias [127.0.0.1]:{server.Port}\n", Ct);

        var options = server.Options with { Port = ((IPEndPoint)listener.LocalEndpoint).Port, ConfigFile = config };
        await using var connection = await SshConnector.ConnectAsync(server.Target, options, Ct);

        Assert.Equal("yes\n", (await connection.RunAsync("echo yes")).Output);
        Assert.Equal(3, await relay);
    }

    [Fact, WholeSuite]
    public async Task Ten_logins_at_once_succeed_on_a_server_with_MaxStartups_4()
    {
        server.SkipIfMissing();
        await using var limitedServer = new SshServer { ExtraConfig = "MaxStartups 4" };
        await limitedServer.InitializeAsync();

        var connections = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => limitedServer.ConnectAsync()));

        foreach (var connection in connections)
        {
            Assert.Equal("in\n", (await connection.RunAsync("echo in")).Output);
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_always_closes_the_connection_fails_after_five_attempts()
    {
        var attempts = 0;
        var clock = new FakeClock { SkipsWaits = true };

        var connecting = ConnectRetry.RunAsync<int>(
            () =>
            {
                attempts++;
                throw new ConnectionException(ConnectionFailure.Dropped, "the server closed the connection");
            },
            clock,
            Ct);

        Assert.Equal(
            "the server closed the connection",
            (await Assert.ThrowsAsync<ConnectionException>(() => connecting)).Message);
        Assert.Equal(5, attempts);
    }

    [Fact]
    public async Task A_failure_other_than_a_dropped_connection_is_not_retried()
    {
        var attempts = 0;
        await Assert.ThrowsAsync<ConnectionException>(() => ConnectRetry.RunAsync<int>(
            () =>
            {
                attempts++;
                throw new ConnectionException(ConnectionFailure.Authentication, "no key of ours");
            },
            TimeProvider.System,
            Ct));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public void Pauses_between_attempts_double_and_vary_by_chance()
    {
        Assert.Equal([125, 375], new[] { 0.0, 1.0 }.Select(chance => ConnectRetry.Pause(1, chance).TotalMilliseconds));
        Assert.Equal(
            [250, 500, 1000, 2000],
            Enumerable.Range(1, 4).Select(attempt => ConnectRetry.Pause(attempt, 0.5).TotalMilliseconds));
    }

    private async Task<int> RelayAsync(TcpListener listener, int dropped)
    {
        for (var count = 1; ; count++)
        {
            var client = await listener.AcceptTcpClientAsync(Ct);
            if (count <= dropped)
            {
                client.Dispose();
                continue;
            }

            var connectionToServer = new TcpClient();
            await connectionToServer.ConnectAsync(IPAddress.Loopback, server.Port, Ct);
            _ = client.GetStream().CopyToAsync(connectionToServer.GetStream(), Ct);
            _ = connectionToServer.GetStream().CopyToAsync(client.GetStream(), Ct);
            return count;
        }
    }
}
