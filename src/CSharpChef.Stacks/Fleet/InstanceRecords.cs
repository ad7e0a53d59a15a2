using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Removal;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Stores what happens to one instance, together with its line of the activity log.</summary>
internal sealed class InstanceRecords(FleetParts parts, string id)
{
    private const string StatusChange = "ChangeInstanceStatus";
    private const string CommandChange = "ChangeCommandStatus";

    /// <summary>The instance and its commands that have not ended; null when the instance does not exist.</summary>
    public Task<(Instance Instance, IReadOnlyList<Command> Queue)?> ReadAsync(CancellationToken ct) =>
        parts.Store.ReadAsync<(Instance, IReadOnlyList<Command>)?>(
            async session => await session.FindAsync<Instance>(id) is { } instance
                ? (instance, await session.QueueAsync(id))
                : null,
            ct);

    /// <summary>Applies an event to the instance.</summary>
    /// <returns>False when the event changes nothing.</returns>
    public async Task<bool> ApplyAsync(InstanceEvent happened, CancellationToken ct)
    {
        var isChanged = false;
        await WriteAsync(
            async (session, instance) =>
                isChanged = !ReferenceEquals(await ApplyAsync(session, instance, happened), instance),
            ct);
        return isChanged;
    }

    /// <summary>Queues a command for which the status of the instance waits.</summary>
    public Task QueueAsync(string type, InstanceEvent? before, CancellationToken ct) => WriteAsync(
        async (session, instance) =>
        {
            if (before is not null)
            {
                instance = await ApplyAsync(session, instance, before);
            }

            var happened = new InstanceEvent.CommandQueued(session.NewId(), type);
            if (!ReferenceEquals(InstanceTransitions.Apply(instance, happened, session.Now), instance))
            {
                await session.EnqueueAsync(NewCommand(happened, instance, session));
                await ApplyAsync(session, instance, happened);
            }
        },
        ct);

    /// <summary>Ends a command and applies its end to the instance.</summary>
    public Task EndAsync(Command command, CommandResult result, CancellationToken ct) => WriteAsync(
        async (session, instance) =>
        {
            if (await session.FindAsync<Command>(command.CommandId) is { Status: CommandStatus.Pending } current)
            {
                await session.EndAsync(current, result.Status, result.Ending, result.ExitCode);
            }

            // What a machine publishes that goes away would stay for its next life.
            if (result.Status == CommandStatus.Successful
                && instance.Status is InstanceStatus.Online or InstanceStatus.RunningSetup)
            {
                await PublishedValues.AddAsync(session, instance, result.Published);
            }

            await ApplyAsync(session, instance, new InstanceEvent.CommandEnded(
                command.CommandId, result.Status == CommandStatus.Successful, result.Ending));
        },
        ct);

    /// <summary>Ends commands that will not run any more.</summary>
    public Task SkipAsync(IReadOnlyList<Command> commands, string why, CancellationToken ct) => WriteAsync(
        async (session, _) =>
        {
            foreach (var command in commands)
            {
                await session.EndAsync(
                    await session.FindAsync<Command>(command.CommandId) ?? command, CommandStatus.Skipped, why);
            }
        },
        ct);

    /// <summary>
    /// Notes the part of a command that is sent to the machine next, so that it can be followed after a crash.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another server has the work: nothing may be sent.</exception>
    public async Task StoreAsync(Command command, CommandPart? part, CancellationToken ct)
    {
        var isStored = false;
        await WriteAsync(
            async (session, _) =>
            {
                if (await session.FindAsync<Command>(command.CommandId) is { Status: CommandStatus.Pending } current)
                {
                    await session.SaveAsync(current, current with
                    {
                        AcknowledgedAt = current.AcknowledgedAt ?? session.Now,
                        Part = part ?? current.Part,
                    });
                    isStored = true;
                }
            },
            ct);
        if (!isStored)
        {
            throw new InvalidOperationException($"the command {command.CommandId} belongs to another server");
        }
    }

    /// <summary>Removes the instance, whose machine is gone, with the documents that depend on it.</summary>
    public Task RemoveAsync(CancellationToken ct) => WriteAsync(
        async (session, instance) =>
        {
            await InstanceDependents.RemoveAsync(
                instance, instance.Life.DeletesAddress, instance.Life.DeletesVolumes, session);
            await session.RemoveAsync(instance);
        },
        ct);

    private static async Task<Instance> ApplyAsync(StoreSession session, Instance before, InstanceEvent happened)
    {
        var after = InstanceTransitions.Apply(before, happened, session.Now);
        if (ReferenceEquals(after, before))
        {
            return before;
        }

        if (after.Status != before.Status && InstanceStatusGroups.Failed.Contains(after.Status))
        {
            after = after with { LastServiceErrorId = await AddErrorAsync(session, after, happened.Reason) };
        }

        return await session.SaveStatusAsync(before, after, happened.Reason);
    }

    private static async Task<string> AddErrorAsync(StoreSession session, Instance instance, string why) =>
        (await session.AddAsync(new ServiceError
        {
            ServiceErrorId = session.NewId(),
            StackId = instance.StackId,
            InstanceId = instance.InstanceId,
            Type = Text.EnumNames.Of(instance.Status),
            Message = why,
            CreatedAt = session.Now,
        })).ServiceErrorId;

    private static Command NewCommand(
        InstanceEvent.CommandQueued queued, Instance instance, StoreSession session) => new()
        {
            CommandId = queued.CommandId,
            InstanceId = instance.InstanceId,
            StackId = instance.StackId,
            CreatedAt = session.Now,
            Status = CommandStatus.Pending,
            Type = queued.Type,
            StartedBy = instance.Life.WantedBy ?? SystemCaller.Instances,
        };

    // What another server has taken over must not be stored by this one.
    private Task WriteAsync(Func<StoreSession, Instance, Task> work, CancellationToken ct) => parts.Store.WriteAsync(
        async session =>
        {
            if (await session.FindAsync<Instance>(id) is not { } found
                || !await session.OwnsAsync(id, parts.ServerId))
            {
                return false;
            }

            await session.LockAsync(IDocument.StackKind, found.StackId);
            if (await session.FindAsync<Instance>(id) is { } instance)
            {
                await work(session, instance);
                await NoteAsync(session, instance);
            }

            return true;
        },
        ct);

    private static Task NoteAsync(StoreSession session, Instance instance) => session.Changes.Count == 0
        ? Task.CompletedTask
        : ActivityLog.DoneAsync(
            session,
            session.Changes.Any(change => change.Kind == Instance.Kind) ? StatusChange : CommandChange,
            SystemCaller.Of(SystemCaller.Instances),
            new(instance.InstanceId, instance.StackId));
}
