using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Fleet;

namespace CSharpChef.Tests.Converge;

public sealed class FleetRunTests
{
    private const string TwoSteps = "Log(\"one\"); Log(\"two\");";
    private static readonly HostCount Two = new(2, IsShare: false);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_host_does_not_stop_other_hosts_by_default()
    {
        using var fleet = new FakeFleet { OnApply = Fails("h1", "h2"), Options = new FleetOptions { Forks = 1 } };

        var report = await fleet.RunAsync(5, Ct);

        Assert.Equal("Failed Failed Ok Ok Ok", Statuses(report));
        Assert.Null(report.Stopped);
    }

    [Fact]
    public async Task A_recipe_that_fails_on_every_host_runs_on_the_first_batch_only()
    {
        using var fleet = new FakeFleet
        {
            OnApply = _ => Task.FromResult(ResultStatus.Failed),
            Options = new FleetOptions { Batch = Two }
        };

        var report = await fleet.RunAsync(6, Ct);

        Assert.Equal("Failed Failed NotRun NotRun NotRun NotRun", Statuses(report));
        Assert.Equal("stopped after batch 1 of 3: 2 of 2 hosts failed, more than --max-failures 0", report.Stopped);
        Assert.True(report.Failed);
        Assert.Equal(["h1", "h2"], fleet.Started.Order());
    }

    [Fact]
    public async Task An_unreachable_host_counts_as_failed()
    {
        var failure = new ConnectionException(ConnectionFailure.Unreachable, "nobody there");
        using var fleet = new FakeFleet
        {
            OnApply = call => call.Host == "h2" ? throw failure : Task.FromResult(ResultStatus.Changed),
            Options = new FleetOptions { Batch = Two }
        };

        Assert.Equal("Ok Unreachable NotRun", Statuses(await fleet.RunAsync(3, Ct)));
    }

    [Fact]
    public async Task A_run_continues_until_more_hosts_failed_than_max_failures_allows()
    {
        using var fleet = new FakeFleet
        {
            OnApply = Fails("h1", "h3"),
            Options = new FleetOptions { Batch = Two, MaxFailures = new HostCount(1, IsShare: false) }
        };

        var report = await fleet.RunAsync(6, Ct);

        Assert.Equal("Failed Ok Failed Ok NotRun NotRun", Statuses(report));
        Assert.Equal("stopped after batch 2 of 3: 2 of 4 hosts failed, more than --max-failures 1", report.Stopped);
    }

    [Fact]
    public async Task No_further_host_of_a_batch_begins_after_the_failure_limit_is_passed()
    {
        using var fleet = new FakeFleet
        {
            OnApply = Fails("h1"),
            Options = new FleetOptions { Forks = 1, MaxFailures = HostCount.Zero }
        };

        var report = await fleet.RunAsync(4, Ct);

        Assert.Equal("Failed NotRun NotRun NotRun", Statuses(report));
        Assert.Equal("stopped: 1 of 1 host failed, more than --max-failures 0", report.Stopped);
    }

    [Fact]
    public async Task A_run_is_not_reported_as_stopped_when_its_last_host_passes_the_failure_limit()
    {
        using var fleet = new FakeFleet { OnApply = Fails("h2"), Options = new FleetOptions { Batch = Two } };

        Assert.Null((await fleet.RunAsync(2, Ct)).Stopped);
    }

    [Fact]
    public async Task Fail_fast_ends_running_hosts_after_their_current_step()
    {
        var meeting = new Meeting(2);
        using var fleet = new FakeFleet
        {
            Recipe = TwoSteps,
            Options = new FleetOptions { Forks = 2, FailFast = true },
            OnApply = async call =>
            {
                await meeting.ArriveAsync();
                if (call.Host == "h1")
                {
                    return ResultStatus.Failed;
                }

                await Task.Delay(Timeout.Infinite, call.Cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return ResultStatus.Changed;
            },
        };

        var report = await fleet.RunAsync(4, Ct);

        Assert.Equal("Failed Failed NotRun NotRun", Statuses(report));
        Assert.Equal("stopped by --fail-fast: h1 failed", report.Stopped);
        Assert.StartsWith(
            "cancelled: the run ended after its current step", report.Hosts[1].Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_pauses_between_batches()
    {
        var clock = new FakeClock();
        using var fleet = new FakeFleet
        {
            Clock = clock,
            Options = new FleetOptions { Batch = Two, Pause = TimeSpan.FromMinutes(5) }
        };

        var run = fleet.RunAsync(4, Ct);
        await clock.WaitForTimerAsync(TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(2, fleet.Started.Count);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Ok Ok Ok Ok", Statuses(await run));
    }

    [Fact]
    public async Task Cancelling_during_the_pause_starts_no_further_host()
    {
        var clock = new FakeClock();
        using var fleet = new FakeFleet
        {
            Clock = clock,
            Options = new FleetOptions { Batch = Two, Pause = TimeSpan.FromHours(1) },
        };

        var run = fleet.RunAsync(3, Ct);
        await clock.WaitForTimerAsync(TimeSpan.FromHours(1));
        fleet.Cancel();

        var report = await run;
        Assert.Equal(HostStatus.NotRun, report.Hosts[2].Status);
        Assert.Equal("cancelled", report.Stopped);
    }

    [Fact]
    public async Task A_host_that_exceeds_its_time_limit_ends_after_its_current_step()
    {
        var clock = new FakeClock();
        var (applying, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var fleet = new FakeFleet
        {
            Recipe = TwoSteps,
            Clock = clock,
            Events = new RunEvents { HostEnded = (_, _) => ended.TrySetResult() },
            Options = new FleetOptions { TimeLimit = TimeSpan.FromMinutes(10) },
            OnApply = async call =>
            {
                if (call.Host == "h1")
                {
                    applying.SetResult();
                    await Task.Delay(Timeout.Infinite, call.Cancel)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                return ResultStatus.Changed;
            },
        };

        var run = fleet.RunAsync(2, Ct);
        await Task.WhenAll(applying.Task, ended.Task);
        clock.Advance(TimeSpan.FromMinutes(10));

        var report = await run;
        Assert.Equal("Failed Ok", Statuses(report));
        Assert.StartsWith(
            "the run did not end within --time-limit 10m, and was asked to end after its current step",
            report.Hosts[0].Error?.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, report.Hosts[0].Count(ResultStatus.Changed));
    }

    [Fact]
    public async Task After_the_run_time_limit_running_hosts_end_after_their_step_and_no_further_host_begins()
    {
        var clock = new FakeClock();
        var meeting = new Meeting(2);
        using var fleet = new FakeFleet
        {
            Recipe = TwoSteps,
            Clock = clock,
            Options = new FleetOptions { Forks = 2, RunTimeLimit = TimeSpan.FromHours(1) },
            OnApply = async call =>
            {
                await meeting.ArriveAsync();
                await Task.Delay(Timeout.Infinite, call.Cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return ResultStatus.Changed;
            },
        };

        var run = fleet.RunAsync(3, Ct);
        await meeting.Completed;
        clock.Advance(TimeSpan.FromHours(1));

        var report = await run;
        Assert.Equal("Failed Failed NotRun", Statuses(report));
        Assert.Equal("stopped by --run-time-limit: running hosts were asked to end after their current step", report.Stopped);
        Assert.Equal(1, report.Hosts[0].Count(ResultStatus.Changed));
    }

    [Fact]
    public async Task A_host_that_does_not_end_after_its_time_limit_is_abandoned_with_a_hint_how_to_follow_it()
    {
        var clock = new FakeClock();
        var (applying, asked, cut) =
            (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        using var fleet = new FakeFleet
        {
            Clock = clock,
            Options = new FleetOptions { TimeLimit = TimeSpan.FromSeconds(90) },
            ConnectionWords = " --ssh-config 'my config'",
            OnApply = async call =>
            {
                await using var registration = call.Cancel.Register(asked.SetResult);
                applying.SetResult();
                await Task.Delay(Timeout.Infinite, call.Ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cut.SetResult();
                return ResultStatus.Changed;
            },
        };

        var run = fleet.RunAsync(1, Ct);
        await Task.WhenAll(applying.Task, clock.WaitForTimerAsync(TimeSpan.FromSeconds(130)));
        clock.Advance(TimeSpan.FromSeconds(129));
        await asked.Task;
        Assert.False(run.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        var host = (await run).Hosts[0];
        Assert.Equal(HostStatus.Failed, host.Status);
        Assert.Contains("--time-limit 1m30s, nor in 40s after", host.Error?.Message, StringComparison.Ordinal);
        Assert.EndsWith("csharpchef runs h1 --ssh-config 'my config'", host.Error?.Message, StringComparison.Ordinal);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    private static Func<FakeFleet.HostCall, Task<ResultStatus>> Fails(params string[] hosts) =>
        call => Task.FromResult(hosts.Contains(call.Host) ? ResultStatus.Failed : ResultStatus.Changed);

    private static string Statuses(ConvergeReport report) => string.Join(' ', report.Hosts.Select(host => host.Status));

    private sealed class Meeting(int expected)
    {
        private readonly TaskCompletionSource all = new();
        private int here;

        public Task Completed => all.Task;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref here) == expected)
            {
                all.SetResult();
            }

            return all.Task;
        }
    }
}
