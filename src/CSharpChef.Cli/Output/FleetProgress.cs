using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Output;

/// <summary>The progress of a run on one host or many.</summary>
internal sealed class FleetProgress(int hosts, TimeProvider clock)
{
    private readonly Lock stateLock = new();
    private readonly Dictionary<string, RunningHost> running = [];
    private readonly long started = clock.GetTimestamp();
    private int done;
    private int failed;
    private (string Recipe, long Since)? compiling;

    public RunEvents Events => new()
    {
        Compiling = recipe => Change(() => compiling = (recipe.ToString(), clock.GetTimestamp())),
        Compiled = () => Change(() => compiling = null),
        HostStarted = target => Change(() => running[target.Name] = new RunningHost(target.Name, clock.GetTimestamp())),
        AskingFacts =
            target => Change(target, host => host.Begin("asks for facts", clock) with { AsksForFacts = true }),
        FactsKnown =
            target => Change(target, host => host.Begin("evaluates recipes", clock) with { AsksForFacts = false }),
        Reading = (target, subject) => Change(target, host => host.Begin($"reads {subject}", clock)),
        Planned = (target, plan) => Change(target, host => host.BeginNext(plan, 0, clock) with
        {
            Plan = plan,
            Steps = host.Step + plan.Actions.Count(action => action.IsScheduled),
        }),
        Beginning = (target, action) =>
            Change(target, host => host with { Doing = $"{ShortLine.Of(action.ShownName)}  {action.Action}" }),
        ActionEnded = (target, action, _) => Change(target, host => End(host, action)),
        Note = (target, note) => Change(target, host => host with { Doing = note }),
        HostEnded = (target, report) => Change(() => End(target.Name, report.Status == HostStatus.Ok)),
    };

    /// <summary>The hosts to show now: those that have run longest, as many as fit.</summary>
    public ProgressView View(int rows)
    {
        lock (stateLock)
        {
            var visibleRows = running.Values.OrderBy(host => host.Since)
                .Take(rows)
                .Select(host => host.Row(host.Since, clock));
            var slowest = running.Values.Aggregate((RunningHost?)null, (slowest, host) =>
                slowest is null || host.DoingSince < slowest.DoingSince ? host : slowest);
            return new ProgressView(
                [.. visibleRows],
                running.Count,
                hosts - running.Count - done - failed,
                done,
                failed,
                clock.GetElapsedTime(started))
            {
                Compiling = compiling is var (recipe, since)
                    ? new ProgressRow(recipe, "", "", clock.GetElapsedTime(since))
                    : null,
                Slowest = slowest?.Row(slowest.DoingSince, clock),
                AskingFacts = [.. running.Values.Where(host => host.AsksForFacts)
                    .Select(host => host.Row(host.DoingSince, clock))],
            };
        }
    }

    private RunningHost End(RunningHost host, PlannedAction action) => action.IsScheduled && host.Plan is { } plan
        ? host.BeginNext(plan, action.Number, clock) with { Step = host.Step + 1 }
        : host.Begin("runs notified actions", clock);

    private void End(string name, bool ok)
    {
        running.Remove(name);
        (done, failed) = ok ? (done + 1, failed) : (done, failed + 1);
    }

    private void Change(Target target, Func<RunningHost, RunningHost> change) => Change(() =>
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
}
