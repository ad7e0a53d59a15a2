using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

internal sealed record ShutdownEventConfiguration
{
    [Description("Seconds that Shutdown recipes may take before the machine is stopped anyway. Default: 120.")]
    public int? ExecutionTimeout { get; init; }

    [Description("Whether to drain the load balancer's connections first.")]
    public bool? DelayUntilElbConnectionsDrained { get; init; }
}
