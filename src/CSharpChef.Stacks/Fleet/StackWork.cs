using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Queues Configure on all online instances of a stack, after one of them entered or left online.</summary>
internal sealed class StackWork(FleetParts parts, string id)
{
    // A machine that returns later gets a Configure of its own.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<TimeSpan?> ActAsync(CancellationToken ct)
    {
        await parts.Store.WriteAsync(ConfigureAsync, ct);
        return null;
    }

    private async Task<int> ConfigureAsync(StoreSession session)
    {
        await session.LockAsync(IDocument.StackKind, id);
        var online = await session.IdsAsync<Instance>(Instance.StateOwner(id, InstanceStatus.Online));
        foreach (var instance in online)
        {
            await session.EnqueueAsync(new Command
            {
                CommandId = session.NewId(),
                InstanceId = instance,
                StackId = id,
                CreatedAt = session.Now,
                Status = CommandStatus.Pending,
                Type = EnumNames.Of(CommandName.Configure),
                StartedBy = SystemCaller.Instances,
                NotAfter = session.Now + LongestWait,
            });
        }

        if (online.Count > 0)
        {
            await ActivityLog.DoneAsync(
                session, "Configure", SystemCaller.Of(SystemCaller.Instances), new(id, id));
        }

        return online.Count;
    }
}
