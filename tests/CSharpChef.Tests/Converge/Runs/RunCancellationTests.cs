using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.Recipes.Steps;
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
        await using var connection = Connection(_ => new ScriptedHost(Print));
        await using var cancellation = Cancellation(connection);

        await cancel.CancelAsync();
        await cancellation.AnsweredAsync();
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(cancellation.Waiting.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(cancellation.Waiting.IsCancellationRequested);
        Assert.Equal(
            """
            still running: the machine ends the run after its current step
            follow it with: csharpchef runs ann@web1 follow 20261124T091500Z-3fa2c1 -i 'my hosts.json'
            """,
            cancellation.StillRunning);
    }

    [Fact]
    public async Task A_second_signal_leaves_the_run_at_once()
    {
        await using var connection = Connection(_ => new ScriptedHost(Print));
        await using var cancellation = Cancellation(connection);

        await cancel.CancelAsync();
        await cancellation.AnsweredAsync();
        await leave.CancelAsync();

        Assert.True(cancellation.Waiting.IsCancellationRequested);
    }

    [Fact]
    public async Task A_run_left_before_the_machine_has_answered_is_not_said_to_end_or_to_go_on()
    {
        var run = RunAsync(_ => new ScriptedHost(words => words is [_] ? Asked([], false) : Print(words)));
        await begun.Task;

        await cancel.CancelAsync();
        await asked.Task;
        await leave.CancelAsync();

        Assert.Matches(
            """
            ^still running: the machine was asked to end the run after its current step, and has not answered yet
            follow it with: csharpchef runs ann@web1 follow 2026[^ ]+ -i 'my hosts.json'
            end it with: csharpchef runs ann@web1 cancel 2026[^ ]+ -i 'my hosts.json'$
            """,
            await run);
    }

    [Fact]
    public async Task A_run_that_ended_before_the_machine_was_asked_is_said_to_have_ended()
    {
        await using var connection = Connection(_ => new ScriptedHost(_ => (["none"], true)));
        await using var cancellation = Cancellation(connection);

        await cancel.CancelAsync();
        await cancellation.AnsweredAsync();
        await leave.CancelAsync();

        Assert.StartsWith("the machine says that the run has ended\nsee how with: ", cancellation.StillRunning);
    }

    [Fact]
    public async Task A_host_that_allows_one_session_is_asked_over_another_connection()
    {
        var connections = 0;
        await using var connection = Connection(_ =>
        {
            connections++;
            return new ScriptedHost(Print) { MaxSessions = 1 };
        });
        await (await connection.GetAsync(Ct)).ExecAsync("sh -s t0k3n converge 20261124T091500Z-3fa2c1", Ct);
        await using var cancellation = Cancellation(connection);

        await cancel.CancelAsync();
        await cancellation.AnsweredAsync();

        Assert.Contains("the machine ends the run after its current step", cancellation.StillRunning);
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

    private static HostConnection Connection(Func<CancellationToken, IConnection> connect) =>
        new("web1", ct => Task.FromResult(connect(ct)), Ct) { Argument = "ann@web1" };

    private (string[] Lines, bool Ends) Print(string[] words) => words is ["converge" or "plan", var name, ..]
        ? (["hello", $"run {name} me", "begin 1 execute[sleep]"], false)
        : Asked(["cancelled"], true);

    private (string[] Lines, bool Ends) Asked(string[] lines, bool ends)
    {
        asked.TrySetResult();
        return (lines, ends);
    }

    private RunOptions Options => new()
    {
        Cancel = cancel.Token,
        Leave = leave.Token,
        Clock = clock,
        ConnectionWords = " -i 'my hosts.json'",
    };

    private RunCancellation Cancellation(HostConnection connection)
    {
        var name = new RunName("20261124T091500Z-3fa2c1");
        var progress = new RunProgress(Token, new Dictionary<string, FileContent>());
        progress.Read($"{Token} run {name} me");
        return new RunCancellation(connection, Elevation.LoginUser, Options, name, progress, Ct) { IsSent = true };
    }

    private async Task<string?> RunAsync(Func<CancellationToken, IConnection> connect, bool isPlan = false)
    {
        await using var connection = Connection(connect);
        var run = new ProgramRun(connection, Options, Elevation.LoginUser, new ShellProgram([], "", ""), Token)
        {
            IsPlan = isPlan,
            OnLine = (_, line) =>
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
