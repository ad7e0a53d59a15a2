using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Summarize;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// The line for many machines at once, or batch after batch. Recipes are compiled once; one machine's failure stops
/// others only by request.
/// </summary>
internal sealed class FleetRun(RunRequest request, SessionOptions session, FleetOptions options)
{
    /// <summary>How machines are reached.</summary>
    public NewLink NewLink { get; init; } =
        (target, cancel, ct) => RealNodeSession.Begin(target, session with { Cancel = cancel }, request.Mode, ct);

    public async Task<ConvergeReport> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var compiled = Task.Run(() => Compile(ct), ct);
        using var turns = new Turns(options.ForksFor(targets.Count), request.Clock);
        using var rollout = new Rollout(options, request.Clock, session.Cancel);
        var reports = new List<HostReport>(targets.Count);
        foreach (var batch in BatchPlan.Of(targets.Count, options.Batch))
        {
            await BeginAsync(batch, rollout, ct);
            reports.AddRange(await Task.WhenAll(targets.Skip(batch.First)
                .Take(batch.Count)
                .Select(target => RunAsync(target, turns, rollout, compiled, ct))));
        }

        var stopped = rollout.TimeIsUp || reports.Any(host => host.Status == HostStatus.NotRun);
        return new ConvergeReport(reports) { Stopped = stopped ? rollout.Stopped : null };
    }

    private async Task BeginAsync(Batch batch, Rollout rollout, CancellationToken ct)
    {
        if (batch.First > 0 && rollout.GoesOn && options.Pause > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(rollout.Cancel, ct);
            await Task.Delay(options.Pause, request.Clock, either.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (rollout.GoesOn)
        {
            rollout.Begin(batch);
        }
    }

    private async Task<HostReport> RunAsync(
        Target target, Turns turns, Rollout rollout, Task compiled, CancellationToken ct)
    {
        using var mine = await turns.TakeAsync(ct);
        if (!rollout.GoesOn)
        {
            return new HostReport(target.Name, HostStatus.NotRun, []);
        }

        var report =
            await new HostRun(request, options.TimeLimit, NewLink, compiled).RunAsync(target, rollout.Cancel, ct);
        rollout.Ended(report);
        request.Watch.HostEnded(target, report);
        return report;
    }

    /// <summary>A recipe that does not compile is told before anything runs on a machine.</summary>
    private void Compile(CancellationToken ct)
    {
        foreach (var item in request.RunList)
        {
            ct.ThrowIfCancellationRequested();
            request.Recipes.Get(item);
        }
    }
}
