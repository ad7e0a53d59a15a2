using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>The layers that an instance gets and loses.</summary>
internal sealed record LayerChange(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0;

    /// <summary>The change from some layers to others.</summary>
    public static LayerChange Between(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        new([.. after.Except(before)], [.. before.Except(after)]);

    /// <summary>
    /// The layers of an instance after a command has ended. A layer whose Setup failed is not added; one is removed
    /// however its Shutdown ended.
    /// </summary>
    public static IReadOnlyList<string> After(Command ended, IReadOnlyList<string> layers) => ended switch
    {
        { Type: LifeCommands.SetupLayers, Status: CommandStatus.Successful } => [.. layers.Union(ended.LayerIds ?? [])],
        { Type: LifeCommands.ShutdownLayers } => [.. layers.Except(ended.LayerIds ?? [])],
        _ => layers,
    };

    /// <summary>Saves the layers of the instance when the end of a command changes them.</summary>
    public static async Task SaveAsync(StoreSession store, Command ended)
    {
        if (ended.LayerIds is null || await store.FindAsync<Instance>(ended.InstanceId) is not { } instance)
        {
            return;
        }

        var layers = After(ended, instance.LayerIds ?? []);
        if (!layers.SequenceEqual(instance.LayerIds ?? []))
        {
            await store.SaveAsync(instance, instance with { LayerIds = layers });
            await store.WakeAsync(WorkItem.OfStack(instance.StackId), store.Now + InstanceSaving.ConfigureDelay);
        }
    }
}
