using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>The thresholds at which a layer is scaled, and the number of instances to start or stop.</summary>
internal sealed record ThresholdsRecord : ApiRecord
{
    public JsonValue? InstanceCount { get; init; }

    public JsonValue? ThresholdsWaitTime { get; init; }

    public JsonValue? IgnoreMetricsTime { get; init; }

    public JsonValue? CpuThreshold { get; init; }

    public JsonValue? MemoryThreshold { get; init; }

    public JsonValue? LoadThreshold { get; init; }

    public IReadOnlyList<string>? Alarms { get; init; }
}
