using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Runs;

/// <summary>Runs that are cancelled while a step on the host goes on without end.</summary>
public sealed class RunCancellationTests : IDisposable
{
    private const string Token = "t0k3n";
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenSource leave = new();
    private readonly FakeClock clock = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        cancel.Dispose();
        leave.Dispose();
    }

    [Fact]
    public async Task A_run_whose_step_does_not_end_within_30_seconds_is_left_and_still_running()
    {
        var run = RunAsync(_ => new ScriptedHost(Print));
        await begun.Task;

        await cancel.CancelAsync();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(run.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Matches(
            "^still running: the machine ends the run after its current step\nfollow it with: csharpchef runs ann@web1 follow 2026",
            await run);
    }

    [Fact]
    public async Task The_command_that_follows_a_left_run_has_the_options_of_its_connection()
    {
        var run = RunAsync(_ => new ScriptedHost(Print));
        await begun.Task;

        await cancel.CancelAsync();
        await asked.Task;
        await leave.CancelAsync();

        Assert.Matches(
            "follow it with: csharpchef runs ann@web1 follow 2026[^ ]+ -i 'my hosts.json'$", await run);
    }

    [Fact]
    public async Task A_second_signal_leaves_the_run_at_once()
    {
        var run = RunAsync(_ => new ScriptedHost(Print));
        await begun.Task;

        await cancel.CancelAsync();
        await asked.Task;
        await leave.CancelAsync();

        Assert.Contains("still running", await run);
    }

    [Fact]
    public async Task A_host_that_allows_one_session_is_asked_over_another_connection()
    {
        var connections = 0;
        var run = RunAsync(_ =>
        {
            connections++;
            return new ScriptedHost(Print) { MaxSessions = 1 };
        });
        await begun.Task;

        await cancel.CancelAsync();
        await asked.Task;
        clock.Advance(RunCancellation.Limit);

        Assert.Contains("the machine ends the run after its current step", await run);
        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task A_run_that_cannot_be_asked_to_end_is_left_at_once_and_said_to_go_on_with_all_its_steps()
    {
        var connections = 0;
        var run = RunAsync(_ => ++connections == 1
            ? new ScriptedHost(Print) { MaxSessions = 1 }
            : throw new ConnectionException(ConnectionFailure.Unreachable, "web1 refused the connection"));
        await begun.Task;

        await cancel.CancelAsync();

        var message = await run;
        Assert.StartsWith(
            "still running: it could not be asked to end (web1 refused the connection), so it goes on with all its steps",
            message);
        Assert.Contains("end it with: csharpchef runs ann@web1 cancel 2026", message);
    }

    [Fact]
    public async Task A_run_cancelled_before_its_program_is_sent_never_starts()
    {
        var started = 0;
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<CancelledException>(() => RunAsync(_ => new ScriptedHost(words =>
        {
            started++;
            return Print(words);
        })));

        Assert.Equal(0, started);
    }

    [Fact]
    public async Task A_run_that_waits_for_another_one_is_withdrawn_from_the_host()
    {
        var run = RunAsync(_ => new ScriptedHost(words =>
            words is ["converge", ..]
                ? (["hello", "waiting 20261124T091500Z-3fa2c1 ann"], false)
                : (["withdrawn"], true)));
        await begun.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<CancelledException>(() => run);
    }

    [Fact]
    public async Task A_cancelled_plan_ends_at_once()
    {
        var run = RunAsync(_ => new ScriptedHost(Print), isPlan: true);
        await begun.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<CancelledException>(() => run);
    }

    private (string[] Lines, bool Ends) Print(string[] words)
    {
        if (words is ["converge" or "plan", var name, ..])
        {
            return (["hello", $"run {name} me", "begin 1 execute[sleep]"], false);
        }

        asked.TrySetResult();
        return (["cancelled"], true);
    }

    private async Task<string?> RunAsync(Func<CancellationToken, IConnection> connect, bool isPlan = false)
    {
        var options = new RunOptions
        {
            Cancel = cancel.Token,
            Leave = leave.Token,
            Clock = clock,
            ConnectionWords = " -i 'my hosts.json'",
        };
        await using var connection = new HostConnection("web1", ct => Task.FromResult(connect(ct)), Ct)
        {
            Argument = "ann@web1",
        };
        var run = new ProgramRun(connection, options, Elevation.LoginUser, new ShellProgram([], "", ""), Token)
        {
            IsPlan = isPlan,
            OnLine = line =>
            {
                if (line.StartsWith($"{Token} begin", StringComparison.Ordinal)
                    || line.StartsWith($"{Token} waiting", StringComparison.Ordinal))
                {
                    begun.TrySetResult();
                }
            },
            OnNote = _ => { },
        };
        return await run.RunAsync(Ct);
    }
}
