using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

internal sealed record LifecycleEventConfiguration
{
    public static readonly LifecycleEventConfiguration Default = new()
    {
        Shutdown = new() { ExecutionTimeout = 120, DelayUntilElbConnectionsDrained = true }
    };

    [Description("How instances are shut down.")]
    public ShutdownEventConfiguration? Shutdown { get; init; }

    /// <summary>What is given, over what is below.</summary>
    public static LifecycleEventConfiguration? Merge(
        LifecycleEventConfiguration? given, LifecycleEventConfiguration? below) => given is null ? below : new()
        {
            Shutdown = new()
            {
                ExecutionTimeout = given.Shutdown?.ExecutionTimeout ?? below?.Shutdown?.ExecutionTimeout,
                DelayUntilElbConnectionsDrained = given.Shutdown?.DelayUntilElbConnectionsDrained
                ?? below?.Shutdown?.DelayUntilElbConnectionsDrained,
            },
        };
}
