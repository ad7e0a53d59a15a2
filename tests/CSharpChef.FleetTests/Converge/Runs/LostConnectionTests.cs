using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Runs;

/// <summary>Runs whose connection is lost, or that are disturbed by others; the same for each client of SSH.</summary>
public abstract class LostConnectionTests : IAsyncLifetime
{
    private const int Victim = 3;
    private const string Everything = "one two three note";
    private readonly Fleet fleet;
    private readonly SlowRun slow;
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    private protected LostConnectionTests(Fleet fleet, Transport transport)
    {
        this.fleet = fleet;
        slow = new SlowRun(Victim, transport);
    }

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await slow.ClearAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await slow.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("root", "")]
    [InlineData("deploy", "")]
    [InlineData("deploy", "Defaults use_pty")]
    public async Task A_run_whose_session_is_killed_goes_on_and_its_journal_is_read_to_the_end(
        string user, string sudoers)
    {
        await Fleet.ExecAsync(Victim, $"echo '{sudoers}' >/etc/sudoers.d/test; chmod 440 /etc/sudoers.d/test", ct);
        var run = await slow.BeginAsync("one", ct, user: user);

        await Fleet.ExecAsync(Victim, "pkill -KILL -f '^sshd: (root|deploy)'", ct);

        var result = await run;
        Assert.Equal((HostStatus.Ok, null), (result.Report.Status, result.Report.Error?.Message));
        Assert.Contains("the connection was lost: connecting again", result.Notes);
        Assert.Equal(Everything, await slow.ReadStepsAsync(ct));
        Assert.Equal("2000000\n", await Fleet.ExecAsync(Victim, "stat -c %s /srv/slow/big", ct));
        Assert.Equal("", await Fleet.ExecAsync(
            Victim, "find /srv/slow -name '.csharpchef*'; ls -d /run/csharpchef.* 2>/dev/null || :", ct));
    }

    [Fact]
    public async Task Content_resumed_over_a_new_connection_to_a_full_disk_fails_within_30_seconds()
    {
        await Fleet.ExecAsync(Victim, "mkdir -p /srv/slow && mount -t tmpfs -o size=1m tmpfs /srv/slow", ct);
        try
        {
            var run = await slow.BeginAsync("one", ct);

            await Fleet.ExecAsync(Victim, "pkill -KILL -f '^sshd: (root|deploy)'", ct);

            var result = await run;
            var failed = Assert.Single(result.Report.Resources, resource => resource.Status == ResultStatus.Failed);
            Assert.Equal(
                ("file[/srv/slow/big]", HostStatus.Failed, null),
                (failed.Resource, result.Report.Status, result.Report.Error?.Message));
            Assert.Contains("the file system at /srv/slow is full", failed.Message, StringComparison.Ordinal);
            Assert.InRange(result.Report.Seconds, 0, 30);
            Assert.Equal("one two note", await slow.ReadStepsAsync(ct));
            Assert.Equal("steps\n", await Fleet.ExecAsync(Victim, "ls -A /srv/slow", ct));
        }
        finally
        {
            await Fleet.ExecAsync(Victim, "umount /srv/slow", ct);
        }
    }

    [Fact]
    public async Task A_run_over_a_silent_connection_reconnects_and_completes()
    {
        var times = new SshTimes { PingInterval = TimeSpan.FromSeconds(1), PingDeadline = TimeSpan.FromSeconds(2) };
        var run = await slow.BeginAsync("one", ct, session =>
            session with { Ssh = session.Ssh with { Times = times, ConnectTimeout = TimeSpan.FromSeconds(5) } });

        await LocalCommand.RunAsync(["ip", "link", "set", $"fv-{Fleet.Name(Victim)}", "down"], "", ct);
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        await LocalCommand.RunAsync(["ip", "link", "set", $"fv-{Fleet.Name(Victim)}", "up"], "", ct);

        var result = await run;
        Assert.Equal((HostStatus.Ok, null), (result.Report.Status, result.Report.Error?.Message));
        Assert.Equal(Everything, await slow.ReadStepsAsync(ct));
    }

    [Fact]
    public async Task After_a_power_loss_the_next_run_reports_the_interrupted_step_and_runs_pending_notifications()
    {
        var run = await slow.BeginAsync("two", ct, session => session with { ReconnectLimit = TimeSpan.Zero });

        await Fleet.KillAsync(Victim, ct);
        var interruptedRun = await run;
        await Fleet.StartAsync(Victim, ct);
        var next = await slow.RunAsync(ct);

        Assert.Equal(HostStatus.Unreachable, interruptedRun.Report.Status);
        Assert.Equal((HostStatus.Ok, null), (next.Report.Status, next.Report.Error?.Message));
        Assert.Contains(
            next.Notes, note => note.Contains("was interrupted at execute[two] run", StringComparison.Ordinal));
        Assert.Equal(Everything, await slow.ReadStepsAsync(ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", Timing.Immediately")]
    public async Task A_notification_is_stored_as_pending_before_the_change_that_sends_it(string timing)
    {
        var recipe = $$"""
            var note = Execute("echo note >> /srv/slow/steps", e =>
            {
                e.Name = "note";
                e.OnlyWhenNotified();
            });
            Directory("/srv/slow");
            Execute("echo one >> /srv/slow/steps; pkill -KILL -f '^(/bin/)?sh -s [0-9a-f]+ converge'", e =>
            {
                e.Name = "one";
                e.NotIf("grep -qx one /srv/slow/steps");
                e.Notifies(note.Run{{timing}});
            });
            """;

        var interruptedRun = await RecipeRun.RunAsync(Victim, recipe, ct);
        var next = await RecipeRun.RunAsync(Victim, recipe, ct);
        var last = await RecipeRun.RunAsync(Victim, recipe, ct);

        Assert.Equal(HostStatus.Failed, interruptedRun.Report.Status);
        Assert.Contains("the program on the machine was killed", interruptedRun.Messages, StringComparison.Ordinal);
        Assert.Equal((HostStatus.Ok, 1), (next.Report.Status, next.Report.Count(ResultStatus.Changed)));
        Assert.Equal((HostStatus.Ok, 0), (last.Report.Status, last.Report.Count(ResultStatus.Changed)));
        Assert.Equal("one note", await slow.ReadStepsAsync(ct));
    }

    [Fact]
    public async Task A_second_run_fails_with_the_name_of_the_first_or_waits_for_it()
    {
        var first = await slow.BeginAsync("one", ct, session => session with { StartedBy = "ann@laptop at noon" });

        var refused = await slow.RunAsync(ct);
        var waited = await slow.RunAsync(ct, session => session with { WaitForOtherRun = true });

        Assert.Equal(HostStatus.Failed, refused.Report.Status);
        Assert.Contains("ann@laptop at noon", refused.Report.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(HostStatus.Ok, (await first).Report.Status);
        Assert.Equal((HostStatus.Ok, 0), (waited.Report.Status, waited.Report.Count(ResultStatus.Changed)));
        Assert.Equal(Everything, await slow.ReadStepsAsync(ct));
    }

    [Fact]
    public async Task A_cancelled_run_stops_after_its_step_and_the_next_run_sends_its_pending_notifications()
    {
        using var cancel = new CancellationTokenSource();
        var run = await slow.BeginAsync("one", ct, session => session with { Cancel = cancel.Token });

        await cancel.CancelAsync();
        var cancelled = await run;
        var after = await slow.ReadStepsAsync(ct);
        var next = await slow.RunAsync(ct);

        Assert.Equal(HostStatus.Failed, cancelled.Report.Status);
        Assert.Equal(4, cancelled.Report.Count(ResultStatus.NotRun));
        Assert.Equal("one", after);
        Assert.Equal(HostStatus.Ok, next.Report.Status);
        Assert.Equal(Everything, await slow.ReadStepsAsync(ct));
    }

    [Fact]
    public async Task Another_client_lists_follows_and_cancels_a_run()
    {
        var run = await slow.BeginAsync("one", ct, session => session with { StartedBy = "ann@laptop at noon" });
        await using var other = new RealNodeSession(Machine.Target(Victim), slow.Session, ConvergeMode.Converge, ct);
        var runs = await other.JournalsAsync(ct);

        var listed = (await runs.ListAsync(ct)).Runs[0];
        var answer = await runs.CancelAsync(RunName.Parse(listed.Name), ct);
        var lines = new List<string>();
        await foreach (var line in runs.FollowAsync(RunName.Parse(listed.Name), ct))
        {
            lines.Add(line);
        }

        Assert.Equal(("running", "ann@laptop at noon"), (listed.State, listed.Who));
        Assert.StartsWith("execute[one] run", listed.At, StringComparison.Ordinal);
        Assert.Equal(CancelAnswer.Ending, answer);
        Assert.Equal("end 1", lines[^1]);
        Assert.Equal("cancelled", (await runs.ListAsync(ct)).Runs[0].State);
        var cancelled = (await run).Report;
        Assert.Equal(
            (HostStatus.Failed, CancelledException.EndedAfterStep, 4),
            (cancelled.Status, cancelled.Error?.Message, cancelled.Count(ResultStatus.NotRun)));
    }

    [Fact]
    public async Task Clean_refuses_a_host_on_which_a_run_is_in_progress()
    {
        var run = await slow.BeginAsync("one", ct);
        await using var other = new RealNodeSession(Machine.Target(Victim), slow.Session, ConvergeMode.Converge, ct);

        var refused = await other.RunCommandAsync(JournalProgram.Clean("csharpchef runs web1", ""), ct);
        var result = await run;
        var clean = await other.RunCommandAsync(JournalProgram.Clean("csharpchef runs web1", ""), ct);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("has this machine", refused.Output, StringComparison.Ordinal);
        Assert.Equal(HostStatus.Ok, result.Report.Status);
        Assert.Equal((0, "removed what csharpchef left\n"), (clean.ExitCode, clean.Output));
        Assert.Equal("gone\n", await Fleet.ExecAsync(Victim, "ls -d /var/lib/csharpchef 2>/dev/null || echo gone", ct));
    }

    [Fact]
    public async Task A_host_keeps_the_journals_of_its_last_20_runs()
    {
        await Fleet.ExecAsync(
            Victim,
            "umask 077; mkdir -p /var/lib/csharpchef/runs; cd /var/lib/csharpchef/runs; for i in $(seq 100 139); do echo \"run x\" >20200101T000$i; done",
            ct);

        var run = await slow.RunAsync(ct);

        Assert.Equal((HostStatus.Ok, null), (run.Report.Status, run.Report.Error?.Message));
        Assert.Equal("20\n", await Fleet.ExecAsync(Victim, "ls /var/lib/csharpchef/runs | wc -l", ct));
        Assert.Equal("700 root\n", await Fleet.ExecAsync(Victim, "stat -c '%a %U' /var/lib/csharpchef/runs", ct));
    }
}
