using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Fleet.Turns;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Runs the next command of an instance's queue, and ends it when somebody cancels it.</summary>
internal sealed class CommandWork(FleetParts parts, InstanceRecords records, WakeSignal wake)
{
    private static readonly CommandResult TooOld = new(CommandStatus.Expired, "it waited too long");

    /// <returns>How long to wait before the next act; null when no command waits.</returns>
    public async Task<TimeSpan?> ActAsync(Instance instance, IReadOnlyList<Command> queue, CancellationToken ct)
    {
        var stack = queue.Count > 0 ? await StackAsync(instance.StackId, ct) : null;
        if (queue.FirstOrDefault(command => IsOver(command, instance, stack)) is { } over)
        {
            await records.EndAsync(over, EndingOf(over), ct);
            return TimeSpan.Zero;
        }

        var now = parts.Clock.GetUtcNow();
        var ready = queue
            .Where(command => !CommandQueue.IsHeld(command, stack?.Pause, instance.Life.CommandId, now)).ToList();
        if (Next(instance, ready) is { } command)
        {
            return await ActAsync(command, instance, stack, ct);
        }

        parts.Turns.Leave(instance.InstanceId);
        return instance.Life.CommandId is null && instance.Status == InstanceStatus.Online && ready.Count < queue.Count
            ? UntilEnd(stack!.Pause!, now)
            : await IdleAsync(instance, queue, ct);
    }

    private async Task<TimeSpan?> ActAsync(Command command, Instance instance, Stack? stack, CancellationToken ct)
    {
        if (command.Type == LifeCommands.Setup && instance.Life.CommandId is null)
        {
            await records.ApplyAsync(new InstanceEvent.CommandQueued(command.CommandId, command.Type), ct);
            return TimeSpan.Zero;
        }

        var turn = new RunTurn(instance.InstanceId, command.CommandId, instance.StackId);
        if (!parts.Turns.TryTake(turn, stack?.RunsAtOnce, wake))
        {
            return parts.Options.LongestPoll;
        }

        try
        {
            await records.EndAsync(command, await RunAsync(command, instance, ct), ct);
        }
        finally
        {
            parts.Turns.Leave(instance.InstanceId);
        }

        return TimeSpan.Zero;
    }

    private async Task<TimeSpan?> IdleAsync(Instance instance, IReadOnlyList<Command> queue, CancellationToken ct)
    {
        if (instance.Life.CommandId is { } lost)
        {
            await records.ApplyAsync(
                new InstanceEvent.CommandEnded(lost, IsSuccessful: false, $"the command {lost} does not exist"), ct);
            return TimeSpan.Zero;
        }

        if (instance.Status != InstanceStatus.Online && queue.Count > 0)
        {
            await records.SkipAsync(queue, "the instance is not online", ct);
        }

        return null;
    }

    /// <summary>Ends the commands that have waited too long for the machine.</summary>
    public async Task ExpireAsync(IReadOnlyList<Command> queue, CancellationToken ct)
    {
        var stack = queue.Count > 0 ? await StackAsync(queue[0].StackId, ct) : null;
        foreach (var command in queue.Where(command => IsTooOld(command, stack)))
        {
            await records.EndAsync(command, TooOld, ct);
        }
    }

    // A status that waits for a command runs that one, whatever else waits.
    private static Command? Next(Instance instance, IReadOnlyList<Command> queue) =>
        instance.Life.CommandId is { } id
            ? queue.FirstOrDefault(command => command.CommandId == id)
            : instance.Status switch
            {
                InstanceStatus.Online => CommandQueue.Next(queue),
                InstanceStatus.SetupFailed => queue.FirstOrDefault(CommandQueue.RepairsSetup),
                _ => null,
            };

    // Whether one that has begun on the machine is wanted is seen while it runs.
    private bool IsOver(Command command, Instance instance, Stack? stack) => command.AcknowledgedAt is null
        && (command.CancelledBy is not null
            || (command.CommandId != instance.Life.CommandId && IsTooOld(command, stack)));

    private static CommandResult EndingOf(Command command) => command.CancelledBy is null
        ? TooOld
        : new(CommandStatus.Failed, CommandQueue.CancelledEnding(command));

    private TimeSpan UntilEnd(StackPause pause, DateTimeOffset now) =>
        pause.Until - now is { } left && left < parts.Options.LongestPoll ? left : parts.Options.LongestPoll;

    private Task<Stack?> StackAsync(string id, CancellationToken ct) =>
        parts.Store.ReadAsync(session => session.FindAsync<Stack>(id), ct);

    private bool IsTooOld(Command command, Stack? stack) =>
        parts.Clock.GetUtcNow() > CommandQueue.NotAfter(command, stack?.Pause);

    private async Task<CommandResult> RunAsync(Command command, Instance instance, CancellationToken ct)
    {
        using var cancel = new CancellationTokenSource();
        var (began, limit) = (parts.Clock.GetTimestamp(), await LimitAsync(command, instance, ct));
        var run = parts.Runner.RunAsync(
            command, instance, part => records.StoreAsync(command, part, ct), cancel.Token, ct);
        var isLate = false;
        try
        {
            while (await IsRunningAsync(run, ct))
            {
                isLate = parts.Clock.GetElapsedTime(began) >= limit;
                if (!cancel.IsCancellationRequested && (isLate || await IsUnwantedAsync(command, ct)))
                {
                    await cancel.CancelAsync();
                }
            }
        }
        finally
        {
            // What goes on with the command, such as the next server, must not meet this run.
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var result = await run;
        return isLate && result.Status != CommandStatus.Successful
            ? result with { Ending = $"it took longer than {limit.TotalSeconds:0} seconds" }
            : result;
    }

    /// <summary>Waits until the run ends, something has changed, or it is time to look again.</summary>
    private async Task<bool> IsRunningAsync(Task run, CancellationToken ct)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var change = wake.WaitAsync(parts.Options.CancelPoll, watch.Token);
        await Task.WhenAny(run, change);
        await watch.CancelAsync();
        await change.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !run.IsCompleted;
    }

    private Task<TimeSpan> LimitAsync(Command command, Instance instance, CancellationToken ct) =>
        parts.Store.ReadAsync(
            async session => CommandLimits.Of(
                command, await session.FindAsync<Layer>([.. instance.LayerIds ?? []])),
            ct);

    private async Task<bool> IsUnwantedAsync(Command command, CancellationToken ct)
    {
        try
        {
            return await IsUnwantedNowAsync(command, ct);
        }
        catch (StoreFailureException e)
        {
            FleetLog.StoreFailed(parts.Log, WorkItem.InstanceKind, command.InstanceId, e.Message);
            return false;
        }
    }

    private async Task<bool> IsUnwantedNowAsync(Command command, CancellationToken ct)
    {
        if (await records.ReadAsync(ct) is not var (instance, queue))
        {
            return true;
        }

        var current = queue.FirstOrDefault(waiting => waiting.CommandId == command.CommandId);
        return current is null || current.CancelledBy is not null || IsStopped(instance, command);
    }

    // A Setup of a machine that is to stop would be for nothing; other commands may finish within the grace.
    private bool IsStopped(Instance instance, Command command) =>
        command.Type != LifeCommands.Shutdown
            && InstanceStatusGroups.Leaving.Contains(instance.Status)
            && (command.Type == LifeCommands.Setup
                || parts.Clock.GetUtcNow() - instance.Life.Since >= parts.Options.StopGrace);
}
