using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Fleet;

/// <summary>
/// Limits the time of each host's run: at the limit the run is asked to end after its current step, and some seconds
/// later it is abandoned.
/// </summary>
/// <param name="limit">Null for any time.</param>
/// <param name="clock">Measures the time.</param>
/// <param name="session">How the hosts are connected, for the command that a message names.</param>
internal sealed class HostTimeLimit(TimeSpan? limit, TimeProvider clock, RunOptions session)
{
    // Longer than a cancelled run waits for the end of its step: its own report has more to say.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    /// <param name="target">The host.</param>
    /// <param name="run">Runs it. The first token ends the run after its current step, the second cancels all
    /// waiting.</param>
    /// <param name="cancel">Ends the run after its current step.</param>
    /// <param name="ct">Cancels all waiting.</param>
    public Task<HostReport> RunAsync(
        Target target, Func<CancellationToken, CancellationToken, Task<HostReport>> run, CancellationToken cancel,
        CancellationToken ct) =>
        limit is { } time ? RunAsync(target, time, run, cancel, ct) : run(cancel, ct);

    private async Task<HostReport> RunAsync(
        Target target, TimeSpan time, Func<CancellationToken, CancellationToken, Task<HostReport>> run,
        CancellationToken cancel, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(time, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);

        // Not disposed: an abandoned run may still use its token.
        var abandonSource = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = run(end.Token, abandonSource.Token);
        try
        {
            var report = await running.WaitAsync(time + Grace, clock, ct);
            return report.Error is not null && timeout.IsCancellationRequested
                ? report with { Status = StatusOf(report), Error = TimedOut(time, report.Error) }
                : report;
        }
        catch (TimeoutException)
        {
            await abandonSource.CancelAsync();
            return new HostReport(target.Name, HostStatus.Failed, [])
            {
                Error = Abandoned(target, time),
                IsEvaluated = false,
                Seconds = clock.GetElapsedTime(started).TotalSeconds,
            };
        }
    }

    private static HostStatus StatusOf(HostReport report) =>
        report.Status == HostStatus.StillRunning ? HostStatus.StillRunning : HostStatus.Failed;

    private static ConvergeException TimedOut(TimeSpan time, ChefException error) => new(
        $"the run did not end within --time-limit {Text(time)}, and was asked to end after its current step: {error.Message}", error);

    private ConvergeException Abandoned(Target target, TimeSpan time) => new(
        $"the run did not end within --time-limit {Text(time)}, nor in {Text(Grace)} after it was asked to end: "
        + "gave up waiting, and its last step may still be running on the host\n"
        + $"see it with: {session.RunsCommand(target.Argument)}");

    private static string Text(TimeSpan time)
    {
        string[] parts = [$"{(int)time.TotalHours}h", $"{time.Minutes}m", $"{time.TotalSeconds % 60:0.#}s"];
        return string.Concat(parts.Where(part => part[0] != '0')) is { Length: > 0 } text ? text : parts[2];
    }
}
