namespace CSharpChef.Client.Records.Layers;

/// <summary>The thresholds at which a layer is scaled, and the number of instances to start or stop.</summary>
internal sealed record ThresholdsRecord : ApiRecord
{
    public int? InstanceCount { get; init; }

    public int? ThresholdsWaitTime { get; init; }

    public int? IgnoreMetricsTime { get; init; }

    public double? CpuThreshold { get; init; }

    public double? MemoryThreshold { get; init; }

    public double? LoadThreshold { get; init; }

    public IReadOnlyList<string>? Alarms { get; init; }
}
