namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>Limits of sizes and counts. The counts are settings of the server.</summary>
internal sealed record Limits
{
    public const int CustomJsonBytes = 120 * 1024;
    public const int EnvironmentBytes = 20 * 1024;

    /// <summary>The size of a key or of a signed identity document.</summary>
    public const int KeyBytes = 16 * 1024;

    /// <summary>The size of a certificate with its intermediate certificates.</summary>
    public const int PemBytes = 64 * 1024;

    /// <summary>The instances that one call may name.</summary>
    public const int InstanceIds = 10_000;

    public int Stacks { get; init; } = 10_000;

    public int LayersPerStack { get; init; } = 10_000;

    public int InstancesPerStack { get; init; } = 10_000;

    public int AppsPerStack { get; init; } = 10_000;
}
