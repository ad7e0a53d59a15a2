using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Backup;
using CSharpChef.Stacks.Store.Work;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// What the first server does with a restored store. The machines have gone on since the backup, so every stack is
/// paused until somebody has looked at it, and the work on all instances begins.
/// </summary>
internal static class RestoredStacks
{
    private const string Reason = "restored";

    /// <summary>Pauses all stacks of a store that was restored and that no server has used since.</summary>
    /// <returns>The number of stacks; 0 for another store.</returns>
    public static Task<int> PauseAsync(DocumentStore store, CancellationToken ct) => store.WriteAsync(PauseAsync, ct);

    private static async Task<int> PauseAsync(StoreSession session)
    {
        if (!await RestoreNote.TakeAsync(session))
        {
            return 0;
        }

        var stacks = await session.AllAsync<Stack>();
        foreach (var stack in stacks)
        {
            await session.SaveAsync(stack, stack with { Pause = PauseAt(session.Now) });
            await StackLogins.ChangedAsync(session, stack.StackId);
        }

        foreach (var id in await session.IdsAsync<Instance>())
        {
            await session.WakeAsync(WorkItem.OfInstance(id));
        }

        await ActivityLog.DoneAsync(session, nameof(PauseStack), SystemCaller.Of(SystemCaller.Restore), null);
        return stacks.Count;
    }

    private static StackPause PauseAt(DateTimeOffset now) => new()
    {
        Reason = Reason,
        By = SystemCaller.Restore,
        Since = now,
        HoldsEarlier = true,
    };
}
