using System.Globalization;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// Runs one program on one host, from its start to its end. When the connection is lost in between, the program goes
/// on there, and this reconnects and continues to read in its journal. The same run never starts twice.
/// </summary>
internal sealed class ProgramRun
{
    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(10);

    private readonly HostConnection connection;
    private readonly RunOptions options;
    private readonly Elevation elevation;
    private readonly ShellProgram program;
    private readonly string token;
    private readonly RunProgress progress;
    private readonly ContentFeed feed;

    /// <param name="connection">The connection to the host.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="elevation">The user as whom the program runs.</param>
    /// <param name="program">The program.</param>
    /// <param name="token">The first word of each line that the program prints for us.</param>
    /// <param name="name">The name of the run; null for a new one.</param>
    public ProgramRun(
        HostConnection connection, RunOptions options, Elevation elevation, ShellProgram program, string token,
        RunName? name = null)
    {
        (this.connection, this.options, this.elevation) = (connection, options, elevation);
        (this.program, this.token) = (program, token);
        Name = name ?? RunName.New(options.Clock);
        progress = new RunProgress(token, program.Contents);
        feed = new ContentFeed(program, progress);
    }

    /// <summary>The name of the run, which its journal on the host has too.</summary>
    public RunName Name { get; }

    /// <summary>True for a run that only shows what the program would change. Such a run keeps no journal.</summary>
    public bool IsPlan { get; init; }

    /// <summary>
    /// Called with each line the program prints, and the number of the line in its journal, from 1 on; 0 for a line
    /// that the journal does not have.
    /// </summary>
    public required Action<int, string> OnLine { get; init; }

    /// <summary>Called with each message for the user about the connection.</summary>
    public required Action<string> OnNote { get; init; }

    /// <returns>Null when the run has ended, else what to tell the user about the run, which goes on.</returns>
    /// <exception cref="CancelledException">It was cancelled before its program was sent, or is a plan.</exception>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        await using var cancellation =
            new RunCancellation(connection, elevation, options, IsPlan ? null : Name, progress, ct)
            {
                NeedsContent = program.Contents.Count > 0,
            };
        try
        {
            await RunToEndAsync(cancellation, cancellation.Waiting);
            return null;
        }
        catch (OperationCanceledException)
        {
            return IsPlan || !cancellation.IsSent || cancellation.IsWithdrawn
                ? throw new CancelledException()
                : cancellation.StillRunning;
        }
    }

    private async Task RunToEndAsync(RunCancellation cancellation, CancellationToken ct)
    {
        try
        {
            await StartAsync(cancellation, ct);
        }
        catch (ChefException) when (options.Cancel.IsCancellationRequested && !IsPlan && !progress.HasNode)
        {
            // A run that waited for another one may have been ended by our own request.
            await cancellation.AnsweredAsync();
            ct.ThrowIfCancellationRequested();
            throw;
        }
        catch (ConnectionException e)
            when (e.Failure == ConnectionFailure.Lost && !IsPlan && options.ReconnectLimit > TimeSpan.Zero)
        {
            await ReconnectAsync(e, () => ResumeAsync(cancellation, ct), ct);
        }
    }

    /// <summary>
    /// Follows the run, which another process started, from the first line of its journal to its end. It is never
    /// started here.
    /// </summary>
    public async Task<FollowEnd> FollowAsync(CancellationToken ct)
    {
        await using var cancellation = new RunCancellation(connection, elevation, options, Name, progress, ct)
        {
            IsSent = true,
            NeedsContent = program.Contents.Count > 0,
        };
        try
        {
            await FollowToEndAsync(cancellation.Waiting);
            return progress.IsUnknown ? FollowEnd.Unknown : FollowEnd.Ended;
        }
        catch (ConvergeException) when (progress.IsInterrupted)
        {
            return FollowEnd.Interrupted;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FollowEnd.StillRunning;
        }
    }

    private async Task FollowToEndAsync(CancellationToken ct)
    {
        try
        {
            await FollowOnceAsync(ct);
        }
        catch (ConnectionException e)
            when (e.Failure == ConnectionFailure.Lost && options.ReconnectLimit > TimeSpan.Zero)
        {
            await ReconnectAsync(e, () => FollowOnceAsync(ct), ct);
        }
    }

    private async Task StartAsync(RunCancellation cancellation, CancellationToken ct)
    {
        var mode = IsPlan ? "plan" : "converge";
        var arguments =
            $"{mode} {Name} {(options.WaitForOtherRun ? "wait" : "fail")} {ShellQuote.Word(options.StartedBy)}";
        var shell = Shell(await connection.GetAsync(ct));
        ct.ThrowIfCancellationRequested();
        cancellation.IsSent = true;
        await using var process = await shell.StartAsync(program.Text, token, arguments, ct);
        await ReadAsync(process, () => feed.SendAsync(process.Input, ct), ct);
    }

    private async Task ReadAsync(IRemoteProcess process, Func<Task> sendContentAsync, CancellationToken ct)
    {
        try
        {
            await new ProgramOutput(process, progress, elevation).ReadAsync(
                line => OnLine(progress.LastLine, line), sendContentAsync, ct);
        }
        catch (OperationCanceledException) when (!IsPlan)
        {
            process.KeepRunning();
            throw;
        }
    }

    private async Task ReconnectAsync(ConnectionException lost, Func<Task> resumeAsync, CancellationToken ct)
    {
        var startedAt = options.Clock.GetTimestamp();
        for (var pause = firstPause;
            options.Clock.GetElapsedTime(startedAt) < options.ReconnectLimit;
            pause = pause * 2 < longestPause ? pause * 2 : longestPause)
        {
            OnNote("the connection was lost: connecting again");
            await connection.ResetAsync();
            await Task.Delay(pause, options.Clock, ct);
            try
            {
                await resumeAsync();
                return;
            }
            catch (ConnectionException e) when (e.Failure is ConnectionFailure.Lost or ConnectionFailure.Unreachable
                or ConnectionFailure.TimedOut or ConnectionFailure.Dropped or ConnectionFailure.NoAnswer)
            {
                lost = e;
            }
        }

        throw new ConnectionException(
            lost.Failure,
            $"{lost.Message}\nThe run {Name} may still be running: see {options.RunsCommand(connection.Argument)}",
            lost);
    }

    /// <summary>Continues behind the last line read; a run that does not exist on the host is started again.</summary>
    private async Task ResumeAsync(RunCancellation cancellation, CancellationToken ct)
    {
        await FollowOnceAsync(ct);
        if (progress.IsUnknown)
        {
            if (options.Cancel.IsCancellationRequested)
            {
                throw new CancelledException();
            }

            progress.Restart();
            await StartAsync(cancellation, ct);
        }
    }

    /// <summary>Reads the journal behind the last line read, to its end.</summary>
    private async Task FollowOnceAsync(CancellationToken ct)
    {
        var open = Shell(await connection.GetAsync(ct));
        await feed.ResumeAsync(open, token, ct);
        var arguments = string.Create(CultureInfo.InvariantCulture, $"{Name} {progress.JournalLines}");
        await using (var process = await open.StartAsync(JournalProgram.Follow, token, arguments, ct))
        {
            await ReadAsync(process, ResumeContentAsync, ct);
        }

        Task ResumeContentAsync() => connection.UseBesideAsync(
            async another =>
            {
                await feed.ResumeAsync(Shell(another), token, ct);
                return true;
            },
            ct);
    }

    private RemoteShell Shell(IConnection open) => new(open, elevation, options.Clock, connection.Ssh);
}
