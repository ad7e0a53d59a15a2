using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.Tests.Converge.Fleet;

namespace CSharpChef.Tests.Converge.Ssh;

public sealed class ConnectRetryTests(SshServer server) : IClassFixture<SshServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_hangs_up_twice_is_reached_at_the_third_try()
    {
        server.SkipIfMissing();
        using var front = new TcpListener(IPAddress.Loopback, 0);
        front.Start();
        var relay = RelayAsync(front, dropped: 2);
        var config = server.PathOf("redial-config");
        await File.WriteAllTextAsync(config, $"HostKeyAlias [127.0.0.1]:{server.Port}\n", Ct);

        var options = server.Options with { Port = ((IPEndPoint)front.LocalEndpoint).Port, ConfigFile = config };
        await using var connection = await SshConnector.ConnectAsync(server.Target, options, Ct);

        Assert.Equal("yes\n", (await connection.RunAsync("echo yes")).Output);
        Assert.Equal(3, await relay);
    }

    [Fact]
    public async Task More_than_a_server_takes_at_once_get_in_all_the_same()
    {
        server.SkipIfMissing();
        await using var narrow = new SshServer { ExtraConfig = "MaxStartups 4" };
        await narrow.InitializeAsync();

        var connections = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => narrow.ConnectAsync()));

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_that_always_hangs_up_is_given_up_with_advice()
    {
        var tries = 0;
        var clock = new HandClock();

        var dial = ConnectRetry.RunAsync<int>(
            () =>
            {
                tries++;
                throw new ConnectionException(ConnectionFailure.Dropped, "it hung up");
            },
            clock,
            Ct);
        for (var waited = 0; !dial.IsCompleted && waited < 1000; waited++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, Ct);
        }

        Assert.Equal("it hung up", (await Assert.ThrowsAsync<ConnectionException>(() => dial)).Message);
        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task No_other_failure_is_tried_again()
    {
        var tries = 0;
        await Assert.ThrowsAsync<ConnectionException>(() => ConnectRetry.RunAsync<int>(
            () =>
            {
                tries++;
                throw new ConnectionException(ConnectionFailure.Authentication, "no key of ours");
            },
            TimeProvider.System,
            Ct));
        Assert.Equal(1, tries);
    }

    [Fact]
    public void Pauses_grow_and_differ()
    {
        Assert.Equal([125, 375], new[] { 0.0, 1.0 }.Select(chance => ConnectRetry.Pause(1, chance).TotalMilliseconds));
        Assert.Equal(
            [250, 500, 1000, 2000],
            Enumerable.Range(1, 4).Select(attempt => ConnectRetry.Pause(attempt, 0.5).TotalMilliseconds));
    }

    [Fact]
    public async Task Ten_at_a_time_go_through_a_jump_host()
    {
        var taken = new List<IAsyncDisposable>();
        for (var i = 0; i < JumpSlots.Most; i++)
        {
            taken.Add(await JumpSlots.AcquireAsync("bastion:22", Ct));
        }

        var next = JumpSlots.AcquireAsync("bastion:22", Ct);
        await using var other = await JumpSlots.AcquireAsync("bastion:2222", Ct);
        Assert.False(next.IsCompleted);

        await taken[0].DisposeAsync();
        await taken[0].DisposeAsync();
        await using var mine = await next;
        Assert.False(JumpSlots.AcquireAsync("bastion:22", Ct).IsCompleted);
    }

    private async Task<int> RelayAsync(TcpListener front, int dropped)
    {
        for (var count = 1; ; count++)
        {
            var near = await front.AcceptTcpClientAsync(Ct);
            if (count <= dropped)
            {
                near.Dispose();
                continue;
            }

            var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, server.Port, Ct);
            _ = near.GetStream().CopyToAsync(far.GetStream(), Ct);
            _ = far.GetStream().CopyToAsync(near.GetStream(), Ct);
            return count;
        }
    }
}
