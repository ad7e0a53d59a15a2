using CSharpChef.Converge.Local;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Tests.Converge.Runs;

public sealed class HostConnectionTests
{
    private static readonly Target Local = new("local");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_target_local_is_reached_without_ssh()
    {
        await using var connection = new HostConnection(Local, new SshRoute(Local, new SshOptions()), Ct);

        Assert.IsType<LocalConnection>(await connection.GetAsync(Ct));
    }

    [Fact]
    public async Task A_reset_connection_is_opened_again_and_its_round_trips_still_count()
    {
        await using var connection = new HostConnection(Local, new SshRoute(Local, new SshOptions()), Ct);
        var first = await connection.GetAsync(Ct);
        await using var channel = await first.ExecAsync("true", Ct);
        await connection.ResetAsync();
        var second = await connection.GetAsync(Ct);
        await using var two = await second.ExecAsync("true", Ct);

        Assert.NotSame(first, second);
        Assert.Equal(2, connection.RoundTrips);
    }
}
