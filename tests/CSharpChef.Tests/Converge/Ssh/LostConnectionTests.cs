using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

[WholeSuite]
public sealed class LostConnectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_to_a_stopped_sshd_is_lost_within_the_keep_alive_deadline()
    {
        await using var server = await StartAsync();
        await using var connection = await server.ConnectAsync(WithShortTimes(server));
        await using var process = await connection.ExecAsync("echo up; cat", Ct);
        var reader = new StreamReader(process.Output);
        Assert.Equal("up", await reader.ReadLineAsync(Ct));
        await server.SignalSessionsAsync("STOP");
        await AssertLostAsync(process, reader);
        var second = await Assert.ThrowsAsync<ConnectionException>(() => connection.ExecAsync("true", Ct));
        Assert.Equal(ConnectionFailure.Lost, second.Failure);
    }

    [Fact]
    public async Task A_connection_whose_sshd_session_is_killed_is_lost_at_once()
    {
        await using var server = await StartAsync();
        await using var connection = await server.ConnectAsync();
        await using var process = await connection.ExecAsync("echo up; cat", Ct);
        var reader = new StreamReader(process.Output);
        Assert.Equal("up", await reader.ReadLineAsync(Ct));
        await server.SignalSessionsAsync("KILL");
        await AssertLostAsync(process, reader);
    }

    [Fact]
    public async Task A_command_that_prints_nothing_for_longer_than_the_deadline_keeps_its_connection()
    {
        await using var server = await StartAsync();
        await using var connection = await server.ConnectAsync(WithShortTimes(server));
        Assert.Equal((0, "slept\n", ""), await connection.RunAsync("sleep 1; echo slept"));
    }

    private static async Task AssertLostAsync(IRemoteProcess process, StreamReader reader)
    {
        var reading = reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct);
        var error = await Assert.ThrowsAsync<ConnectionException>(() => reading);
        Assert.Equal(ConnectionFailure.Lost, error.Failure);
        Assert.Null(await process.Exit);
        await Assert.ThrowsAsync<ConnectionException>(async () => await process.Input.WriteAsync(new byte[1], Ct));
    }

    private static SshOptions WithShortTimes(SshServer server) => server.Options with
    {
        Times = new() { PingInterval = TimeSpan.FromMilliseconds(100), PingDeadline = TimeSpan.FromMilliseconds(600) },
    };

    private static async Task<SshServer> StartAsync()
    {
        var server = new SshServer();
        await server.InitializeAsync();
        return server;
    }
}
