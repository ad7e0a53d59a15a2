using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Converge.Runs;

/// <summary>Runs that are cancelled on a machine whose sshd allows one session for each connection.</summary>
public sealed class CancellationTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 2;

    // systemd allows five starts in ten seconds.
    private const string RestartSsh = "systemctl reset-failed ssh; systemctl restart ssh";
    private const string KillRuns = "pkill -KILL -f '^(/bin/)?sh -s [0-9a-f]+ converge' || :";

    private readonly SlowRun slow = new(Node);
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await slow.ClearAsync(ct);
        await Fleet.ExecAsync(Node, $"echo 'MaxSessions 1' >/etc/ssh/sshd_config.d/00-one.conf; {RestartSsh}", ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.ExecAsync(Node, $"rm -f /etc/ssh/sshd_config.d/00-one.conf; {RestartSsh}; {KillRuns}", ct);
        await slow.DisposeAsync();
    }

    [Theory]
    [InlineData("builtin")]
    [InlineData("openssh")]
    public async Task A_run_is_cancelled_over_another_connection_where_sshd_allows_one_session(string transport)
    {
        using var cancel = new CancellationTokenSource();
        var run = await slow.BeginAsync(
            "one", ct, session => session with { Cancel = cancel.Token, Ssh = Machine.Ssh(transport) });

        await cancel.CancelAsync();
        var cancelled = await run;

        Assert.Equal(HostStatus.Failed, cancelled.Report.Status);
        Assert.Contains("the rest did not run", cancelled.Report.Error?.Message, StringComparison.Ordinal);
        Assert.Equal("one", await slow.ReadStepsAsync(ct));
    }

    [Fact]
    public async Task A_run_that_cannot_be_asked_to_end_is_left_and_goes_on()
    {
        using var cancel = new CancellationTokenSource();
        var run = await slow.BeginAsync("one", ct, session => session with { Cancel = cancel.Token });
        await Fleet.ExecAsync(Node, "systemctl stop ssh.socket ssh.service", ct);

        await cancel.CancelAsync();
        var left = await run;

        Assert.Contains("still running: it could not be asked to end", left.Report.Error?.Message, StringComparison.Ordinal);
        Assert.Equal((HostStatus.StillRunning, 0), (left.Report.Status, left.Report.Count(ResultStatus.NotRun)));
        await Eventually.TrueAsync(async () => await slow.ReadStepsAsync(ct) == "one two");
        Assert.Contains("content has not been sent yet", left.Report.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_reaches_a_machine_whose_sshd_allows_one_session_over_a_lost_connection()
    {
        var run = await slow.BeginAsync("one", ct);

        await Fleet.ExecAsync(Node, "pkill -KILL -f '^sshd: root'", ct);

        Assert.Equal((HostStatus.Ok, null), ((await run).Report.Status, (await run).Report.Error?.Message));
        Assert.Equal("2000000\n", await Fleet.ExecAsync(Node, "stat -c %s /srv/slow/big", ct));
    }
}
