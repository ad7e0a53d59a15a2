namespace CSharpChef.Stacks;

internal sealed record LifecycleEventConfiguration
{
    public static readonly LifecycleEventConfiguration Default = new() { Shutdown = new() { ExecutionTimeout = 120, DelayUntilElbConnectionsDrained = true } };

    [Says("How instances are shut down.")]
    public ShutdownEventConfiguration? Shutdown { get; init; }

    public LifecycleEventConfiguration Over(LifecycleEventConfiguration below) => new()
    {
        Shutdown = new()
        {
            ExecutionTimeout = Shutdown?.ExecutionTimeout ?? below.Shutdown?.ExecutionTimeout,
            DelayUntilElbConnectionsDrained = Shutdown?.DelayUntilElbConnectionsDrained ?? below.Shutdown?.DelayUntilElbConnectionsDrained,
        },
    };
}
