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

    /// <summary>
    /// Returns the current configuration with the changes applied; members that are null keep their current value.
    /// </summary>
    public static LifecycleEventConfiguration? Merge(
        LifecycleEventConfiguration? changes, LifecycleEventConfiguration? current) => changes is null ? current : new()
        {
            Shutdown = new()
            {
                ExecutionTimeout = changes.Shutdown?.ExecutionTimeout ?? current?.Shutdown?.ExecutionTimeout,
                DelayUntilElbConnectionsDrained = changes.Shutdown?.DelayUntilElbConnectionsDrained
                ?? current?.Shutdown?.DelayUntilElbConnectionsDrained,
            },
        };
}
