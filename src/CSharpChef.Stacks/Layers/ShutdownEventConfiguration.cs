using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

internal sealed record ShutdownEventConfiguration
{
    [Description("Seconds that Shutdown recipes may take before the machine is stopped anyway; 120 if not given.")]
    public int? ExecutionTimeout { get; init; }

    [Description("Whether a balancer's connections are drained before.")]
    public bool? DelayUntilElbConnectionsDrained { get; init; }
}
