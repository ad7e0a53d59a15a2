namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>Limits of sizes and counts. The counts are settings of the server.</summary>
internal sealed record Limits
{
    public const int CustomJsonBytes = 120 * 1024;
    public const int EnvironmentBytes = 20 * 1024;

    public int Stacks { get; init; } = 40;

    public int LayersPerStack { get; init; } = 40;

    public int InstancesPerStack { get; init; } = 40;

    public int AppsPerStack { get; init; } = 40;
}
