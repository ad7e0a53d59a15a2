using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>Puts commands into the queues of instances, and ends them.</summary>
internal static class CommandQueueing
{
    public static Task<IReadOnlyList<Command>> QueueAsync(this StoreSession store, string instance) =>
        store.ListAsync<Command>(Command.QueueOf(instance));

    /// <summary>Adds a command at the end of its instance's queue; those that it supersedes end.</summary>
    public static async Task<Command> EnqueueAsync(this StoreSession store, Command command)
    {
        foreach (var old in CommandQueue.SupersededBy(command.Type, await store.QueueAsync(command.InstanceId)))
        {
            await store.EndAsync(old, CommandStatus.Superseded, $"the command {command.CommandId} replaces it");
        }

        var added = await store.AddAsync(command);
        await store.WakeAsync(WorkItem.OfInstance(command.InstanceId));
        return added;
    }

    /// <summary>Ends a command, and its deployment with the last of its commands.</summary>
    public static async Task<Command> EndAsync(
        this StoreSession store, Command command, CommandStatus status, string ending, int? exitCode = null)
    {
        var ended = await store.SaveAsync(command, command with
        {
            Status = status,
            CompletedAt = store.Now,
            ExitCode = exitCode,
            Ending = ending,
        });
        await LayerChange.SaveAsync(store, ended);
        if (command.DeploymentId is { } id && await store.FindAsync<Deployment>(id) is { } deployment)
        {
            await EndDeploymentAsync(store, deployment);
        }

        return ended;
    }

    private static async Task EndDeploymentAsync(StoreSession store, Deployment deployment)
    {
        var commands = await store.ListAsync<Command>(deployment.DeploymentId);
        if (DeploymentEnding.Of(commands) is { } status && deployment.Status == DeploymentStatus.Running)
        {
            await store.SaveAsync(deployment, deployment with
            {
                Status = status,
                CompletedAt = store.Now,
                Duration = (int)(store.Now - deployment.CreatedAt).TotalSeconds,
            });
        }
    }
}
