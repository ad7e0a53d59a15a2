using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

/// <summary>An sshd that allows one session for each connection.</summary>
public sealed class OneSessionTests : IAsyncLifetime
{
    private readonly SshServer server = new() { ExtraConfig = "MaxSessions 1" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Commands_one_after_the_other_share_one_connection()
    {
        await using var connection = await server.ConnectAsync();

        Assert.Equal("1\n", (await connection.RunAsync("echo 1")).Output);
        Assert.Equal("2\n", (await connection.RunAsync("echo 2")).Output);
    }

    [Fact, WholeSuite]
    public async Task A_command_beside_another_is_refused_on_its_connection_and_runs_on_another()
    {
        server.SkipIfMissing();
        await using var host = new HostConnection(server.Target, new SshRoute(server.Target, server.Options), Ct);
        var open = await host.GetAsync(Ct);
        await using var first = await open.ExecAsync("cat", Ct);

        var beside = await host.UseBesideAsync(another => another.RunAsync("echo beside"), Ct);
        var refused = await Assert.ThrowsAsync<ConnectionException>(() => open.ExecAsync("true", Ct));

        Assert.Equal("beside\n", beside.Output);
        Assert.Equal(ConnectionFailure.NoSession, refused.Failure);
        Assert.Equal("first\n", (await first.FinishAsync("first\n")).Output);
    }
}
