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

    public ProgramRun(
        HostConnection connection, RunOptions options, Elevation elevation, ShellProgram program, string token)
    {
        (this.connection, this.options, this.elevation) = (connection, options, elevation);
        (this.program, this.token) = (program, token);
        Name = RunName.New(options.Clock);
        progress = new RunProgress(token, program.Contents);
        feed = new ContentFeed(program, progress, elevation);
    }

    /// <summary>The name of the run, which its journal on the host has too.</summary>
    public RunName Name { get; }

    /// <summary>True for a run that only shows what the program would change. Such a run keeps no journal.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Called with each line the program prints.</summary>
    public required Action<string> OnLine { get; init; }

    /// <summary>Called with each message for the user about the connection.</summary>
    public required Action<string> OnNote { get; init; }

    public async Task RunAsync(CancellationToken ct)
    {
        await using var cancel = options.Cancel.UnsafeRegister(_ => _ = CancelAsync(ct), null);
        try
        {
            await StartAsync(ct);
        }
        catch (ConnectionException e)
            when (e.Failure == ConnectionFailure.Lost && !IsPlan && options.ReconnectLimit > TimeSpan.Zero)
        {
            await ReconnectAsync(e, ct);
        }
    }

    private async Task StartAsync(CancellationToken ct)
    {
        var mode = IsPlan ? "plan" : "converge";
        var arguments = $"{token} {mode} {Name} {(options.WaitForOtherRun ? "wait" : "fail")} {ShellQuote.Word(options.StartedBy)}";
        await using var process = await RemoteShell.StartAsync(await connection.GetAsync(), elevation, arguments, ct);
        var sending = SendAsync(process.Input, ct);
        await new ProgramOutput(process, progress, elevation).ReadAsync(OnLine, SendContentAsync, ct);

        async Task SendContentAsync()
        {
            await sending;
            await feed.SendAsync(process.Input, ct);
        }
    }

    private async Task SendAsync(Stream input, CancellationToken ct)
    {
        await input.WriteAsync(LosslessUtf8.Encode(program.Text), ct);
        await input.FlushAsync(ct);
    }

    private async Task ReconnectAsync(ConnectionException lost, CancellationToken ct)
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
                await ResumeAsync(ct);
                return;
            }
            catch (ConnectionException e) when (e.Failure is ConnectionFailure.Lost
                or ConnectionFailure.Unreachable or ConnectionFailure.TimedOut or ConnectionFailure.Dropped)
            {
                lost = e;
            }
        }

        throw new ConnectionException(
            lost.Failure, $"{lost.Message}\nThe run {Name} may still be running: see csharpchef runs {connection.Host}", lost);
    }

    /// <summary>Continues behind the last line read; a run that does not exist on the host is started again.</summary>
    private async Task ResumeAsync(CancellationToken ct)
    {
        var open = await connection.GetAsync();
        await feed.ResumeAsync(open, token, ct);
        var arguments = string.Create(CultureInfo.InvariantCulture, $"{token} {Name} {progress.JournalLines}");
        await using var process = await RemoteShell.StartProgramAsync(
            open, elevation, JournalProgram.Follow, arguments, ct);
        await new ProgramOutput(process, progress, elevation).ReadAsync(
            OnLine, () => feed.ResumeAsync(open, token, ct), ct);
        if (progress.IsUnknown)
        {
            progress.Restart();
            await StartAsync(ct);
        }
    }

    private async Task CancelAsync(CancellationToken ct)
    {
        try
        {
            await new RunJournals(await connection.GetAsync(), elevation, connection.Host).CancelAsync(Name, ct);
        }
        catch (Exception e) when (e is ChefException or IOException or OperationCanceledException)
        {
            OnNote($"could not cancel: {e.Message}");
        }
    }
}
