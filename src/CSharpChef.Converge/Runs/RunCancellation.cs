using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// Ends a run that the user cancels. It asks the host to end the run after its current step. The wait for that end is
/// over after the limit of the options, at once when the request cannot be delivered, and at once for a run that only
/// shows a plan.
/// </summary>
internal sealed class RunCancellation : IAsyncDisposable
{
    private readonly HostConnection connection;
    private readonly Elevation elevation;
    private readonly RunOptions options;
    private readonly RunName name;
    private readonly RunProgress progress;
    private readonly CancellationTokenSource leave;
    private readonly CancellationTokenSource waiting;
    private readonly CancellationTokenRegistration registration;
    private Task request = Task.CompletedTask;
    private string? problem;
    private CancelAnswer? answer;
    private bool isAsked;

    /// <param name="connection">The connection of the run.</param>
    /// <param name="elevation">The user as whom the run was started.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="run">The name of the run; null for a run that only shows a plan.</param>
    /// <param name="progress">How far the run is.</param>
    /// <param name="ct">Ends all waiting.</param>
    public RunCancellation(
        HostConnection connection, Elevation elevation, RunOptions options, RunName? run, RunProgress progress,
        CancellationToken ct)
    {
        (this.connection, this.elevation, this.options, this.progress) = (connection, elevation, options, progress);
        name = run ?? new RunName("");
        leave = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.Clock);
        waiting = CancellationTokenSource.CreateLinkedTokenSource(leave.Token, options.Leave, ct);
        Waiting = waiting.Token;
        registration = options.Cancel.UnsafeRegister(_ => Begin(run is null), null);
    }

    /// <summary>Cancelled when the run is no longer waited for.</summary>
    public CancellationToken Waiting { get; }

    /// <summary>Whether the program asks for content of files while it runs.</summary>
    public bool NeedsContent { get; init; }

    /// <summary>Whether the program has been sent to the host, so that a run may exist there.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether the host has ended the run before its first step.</summary>
    public bool IsWithdrawn => answer == CancelAnswer.Withdrawn;

    /// <summary>What is known of a run that is no longer waited for, and the commands that follow and end it.</summary>
    public string StillRunning => new LeftRun
    {
        IsTaken = progress.Taken.IsCompleted,
        IsAsked = isAsked,
        Answer = answer,
        Problem = problem,
        NeedsContent = NeedsContent,
        Follow = Command("follow"),
        Cancel = Command("cancel"),
    }.ToString();

    /// <summary>Waits for the host's answer to a request that is under way.</summary>
    public Task AnsweredAsync() => request.WaitAsync(Waiting);

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        await leave.CancelAsync();
        await request.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        waiting.Dispose();
        leave.Dispose();
    }

    private string Command(string action) =>
        options.RunsCommand(connection.Argument, $"{action} {name}");

    private void Begin(bool isPlan)
    {
        if (isPlan || !IsSent)
        {
            leave.Cancel();
            return;
        }

        leave.CancelAfter(options.CancelLimit);
        request = Task.Run(RequestAsync);
    }

    private async Task RequestAsync()
    {
        try
        {
            await progress.Taken.WaitAsync(Waiting);
            isAsked = true;
            answer = await connection.UseBesideAsync(
                open => new RunJournals(
                        new RemoteShell(open, elevation, options.Clock, connection.Ssh), connection.Host,
                        options.RunsCommand(connection.Argument))
                    .CancelAsync(name, Waiting),
                Waiting);
            if (IsWithdrawn)
            {
                await leave.CancelAsync();
            }
        }
        catch (Exception e) when (e is ChefException or IOException)
        {
            problem = e.Message;
            await leave.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The run has ended, or its end is no longer waited for.
        }
    }
}
