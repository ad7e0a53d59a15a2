using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// A run of many hosts, at once or batch after batch. Recipes are compiled once; the failure of one host stops others
/// only where the options say so.
/// </summary>
internal sealed class FleetRun(RunRequest request, SessionOptions session, FleetOptions options)
{
    /// <summary>Opens the session of each host.</summary>
    public NodeSessionFactory NewSession { get; init; } =
        (target, cancel, ct) => RealNodeSession.Begin(target, session with { Cancel = cancel }, request.Mode, ct);

    public async Task<ConvergeReport> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var compiled = Task.Run(() => Compile(targets, ct), ct);
        using var limiter = new HostLimiter(options.ForksFor(targets.Count), request.Clock);
        using var stop = new StopConditions(options, request.Clock, session.Cancel);
        var reports = new List<HostReport>(targets.Count);
        foreach (var batch in BatchPlan.Of(targets.Count, options.Batch))
        {
            await BeginAsync(batch, stop, ct);
            reports.AddRange(await Task.WhenAll(targets.Skip(batch.First)
                .Take(batch.Count)
                .Select(target => RunHostAsync(target, limiter, stop, compiled, ct))));
        }

        var isStopped = stop.IsTimedOut || reports.Any(host => host.Status == HostStatus.NotRun);
        return new ConvergeReport(reports) { Stopped = isStopped ? stop.StopReason : null };
    }

    /// <summary>
    /// Compiles all recipes, so that one that does not compile is reported before any host is changed.
    /// </summary>
    private void Compile(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        try
        {
            foreach (var item in targets.SelectMany(request.RunListOf).Distinct())
            {
                ct.ThrowIfCancellationRequested();
                request.Events.Compiling(item);
                request.Recipes.Get(item);
            }
        }
        finally
        {
            request.Events.Compiled();
        }
    }

    private async Task BeginAsync(Batch batch, StopConditions stop, CancellationToken ct)
    {
        if (batch.First > 0 && stop.Continues && options.Pause > TimeSpan.Zero)
        {
            using var stopOrCancel = CancellationTokenSource.CreateLinkedTokenSource(stop.Cancel, ct);
            await Task.Delay(options.Pause, request.Clock, stopOrCancel.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (stop.Continues)
        {
            stop.Begin(batch);
        }
    }

    private async Task<HostReport> RunHostAsync(
        Target target, HostLimiter limiter, StopConditions stop, Task compiled, CancellationToken ct)
    {
        using var lease = await limiter.WaitAsync(ct);
        if (!stop.Continues)
        {
            return new HostReport(target.Name, HostStatus.NotRun, []);
        }

        var limit = new HostTimeLimit(options.TimeLimit, request.Clock, session);
        var report = await limit.RunAsync(
            target, (cancel, hostCt) => ConvergeAsync(target, compiled, cancel, hostCt), stop.Cancel, ct);
        stop.Record(report);
        request.Events.HostEnded(target, report);
        return report;
    }

    private async Task<HostReport> ConvergeAsync(
        Target target, Task compiled, CancellationToken cancel, CancellationToken ct)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(session.Leave, ct);
        try
        {
            return await ConnectAndConvergeAsync(target, compiled, cancel, leave.Token);
        }
        catch (OperationCanceledException) when (session.Leave.IsCancellationRequested)
        {
            return new HostReport(target.Name, HostStatus.Failed, [])
            {
                Error = new ConvergeException("cancelled before the run began"),
            };
        }
    }

    /// <summary>Converges one host. It connects while recipes are compiled.</summary>
    private async Task<HostReport> ConnectAndConvergeAsync(
        Target target, Task compiled, CancellationToken cancel, CancellationToken ct)
    {
        await using var node = NewSession(target, cancel, ct);
        await compiled.WaitAsync(ct);
        request.Events.HostStarted(target);

        // On another thread: the processor time of one host must not delay the connection of the next.
        return await Task.Run(() => new ChefRun(request, target, node).RunAsync(ct), ct);
    }
}
