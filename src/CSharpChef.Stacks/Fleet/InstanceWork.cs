using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// Does what an instance needs next. What this is follows from what is stored alone, so that it goes on after a crash.
/// </summary>
internal sealed class InstanceWork(FleetParts parts, string id, WakeSignal wake)
{
    private readonly InstanceRecords records = new(parts, id);
    private readonly MachineActs machine = new(parts, id);
    private MachineProbes? probes;

    /// <returns>How long to wait before the next act; null when nothing is left to do.</returns>
    public async Task<TimeSpan?> ActAsync(CancellationToken ct)
    {
        if (await records.ReadAsync(ct) is not var (instance, queue))
        {
            return null;
        }

        if (machine.LimitPassed(instance) is { } passed)
        {
            await records.ApplyAsync(passed, ct);
            return TimeSpan.Zero;
        }

        if (InstanceStatusGroups.Leaving.Contains(instance.Status)
            && Waiting(instance, queue) is { Count: > 0 } waiting)
        {
            await records.SkipAsync(waiting, Leaving(instance), ct);
            return TimeSpan.Zero;
        }

        return await StepAsync(instance, queue, ct);
    }

    private async Task<TimeSpan?> StepAsync(Instance instance, IReadOnlyList<Command> queue, CancellationToken ct)
    {
        var next = InstanceSteps.Of(instance);
        if (next != InstanceStep.RunCommands)
        {
            parts.Turns.Leave(id);
        }

        switch (next)
        {
            case InstanceStep.None:
                return null;
            case InstanceStep.RunCommands:
                return await RunOrProbeAsync(instance, queue, ct);
            case InstanceStep.Probe:
                await new CommandWork(parts, records, wake).ExpireAsync(queue, ct);
                return await ProbeAsync(instance, ct);
            case InstanceStep.QueueShutdown:
                await records.QueueAsync(LifeCommands.Shutdown, before: null, ct);
                return TimeSpan.Zero;
            case InstanceStep.GoOn:
                await records.ApplyAsync(new InstanceEvent.Next(), ct);
                return TimeSpan.Zero;
            case InstanceStep.Remove:
                await records.RemoveAsync(ct);
                return null;
            case var step:
                return await ApplyAsync(instance, await machine.ActAsync(step, instance, ct), ct);
        }
    }

    // A machine whose commands wait is probed too.
    private async Task<TimeSpan?> RunOrProbeAsync(
        Instance instance, IReadOnlyList<Command> queue, CancellationToken ct)
    {
        var wait = await new CommandWork(parts, records, wake).ActAsync(instance, queue, ct);
        if (wait == TimeSpan.Zero || instance.Status != InstanceStatus.Online)
        {
            return wait;
        }

        var untilProbe = await ProbeAsync(instance, ct);
        return wait < untilProbe ? wait : untilProbe;
    }

    private async Task<TimeSpan?> ProbeAsync(Instance instance, CancellationToken ct)
    {
        probes ??= new(parts, machine, id);
        var (happened, wait) = await probes.ActAsync(instance, ct);
        return happened is not null && await records.ApplyAsync(happened, ct) ? TimeSpan.Zero : wait;
    }

    private async Task<TimeSpan?> ApplyAsync(Instance instance, InstanceEvent? happened, CancellationToken ct)
    {
        switch (happened)
        {
            case null:
                return Pause(instance);
            case InstanceEvent.LoggedIn when instance.Status != InstanceStatus.Rebooting:
                await records.QueueAsync(LifeCommands.Setup, happened, ct);
                return TimeSpan.Zero;
            default:
                return await records.ApplyAsync(happened, ct) ? TimeSpan.Zero : Pause(instance);
        }
    }

    private TimeSpan Pause(Instance instance) =>
        parts.Options.PollAfter(parts.Clock.GetUtcNow() - instance.Life.Since);

    private static string Leaving(Instance instance) => InstanceStatusGroups.Stopping.Contains(instance.Status)
        ? "the instance stops"
        : $"the instance is {Text.EnumNames.Of(instance.Status)}";

    private static List<Command> Waiting(Instance instance, IReadOnlyList<Command> queue) =>
        [.. queue.Where(command => command.CommandId != instance.Life.CommandId)];
}
