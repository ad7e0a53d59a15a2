using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Output;

/// <summary>The progress of a run on many hosts.</summary>
internal sealed class FleetProgress(int hosts, TimeProvider clock)
{
    private readonly Lock stateLock = new();
    private readonly Dictionary<string, Running> running = [];
    private readonly long started = clock.GetTimestamp();
    private int done;
    private int failed;

    public RunEvents Events => new()
    {
        HostStarted = target => Change(() => running[target.Name] = new Running(target.Name, clock.GetTimestamp())),
        Planned = (target, plan) => Change(
            target,
            host => host with { Doing = "runs", Steps = host.Step + plan.Actions.Count(action => action.IsScheduled) }),
        Changing = (target, action, change) =>
            Change(target, host => host with { Doing = $"{Name(action)}  {change}" }),
        ActionEnded = (target, action, _) =>
            Change(target, host => host with { Doing = Name(action), Step = host.Step + (action.IsScheduled ? 1 : 0) }),
        Note = (target, note) => Change(target, host => host with { Doing = note }),
        HostEnded = (target, report) => Change(() => End(target.Name, report.Status == HostStatus.Ok)),
    };

    /// <summary>The hosts to show now: those that have run longest, as many as fit.</summary>
    public ProgressView View(int rows)
    {
        lock (stateLock)
        {
            var visibleRows = running.Values.OrderBy(host => host.Since).Take(rows).Select(host => new ProgressRow(
                host.Name, host.Steps == 0 ? "" : $"{Math.Min(host.Step, host.Steps)}/{host.Steps}", ShortLine
                    .Of(host.Doing), clock.GetElapsedTime(host.Since)));
            return new ProgressView(
                [.. visibleRows],
                running.Count,
                hosts - running.Count - done - failed,
                done,
                failed,
                clock.GetElapsedTime(started));
        }
    }

    private static string Name(PlannedAction action) => ShortLine.Of(action.ShownName);

    private void End(string name, bool ok)
    {
        running.Remove(name);
        (done, failed) = ok ? (done + 1, failed) : (done, failed + 1);
    }

    private void Change(Target target, Func<Running, Running> change) => Change(() =>
    {
        if (running.TryGetValue(target.Name, out var host))
        {
            running[target.Name] = change(host);
        }
    });

    private void Change(Action change)
    {
        lock (stateLock)
        {
            change();
        }
    }

    private sealed record Running(string Name, long Since)
    {
        public string Doing { get; init; } = "connects";

        public int Step { get; init; }

        public int Steps { get; init; }
    }
}
