using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The load thresholds that start or stop instances. A property that is not set stays as it is on the server.
/// </summary>
public sealed class LoadThresholds
{
    private readonly JsonObject members = [];

    internal LoadThresholds()
    {
    }

    /// <summary>The number of instances to start or stop at once. Default 1.</summary>
    public int? Instances { get => (int?)Get("InstanceCount"); set => Put("InstanceCount", value); }

    /// <summary>The minutes for which the load must exceed a threshold before the rule acts, 1 to 100.</summary>
    public int? WaitMinutes { get => (int?)Get("ThresholdsWaitTime"); set => Put("ThresholdsWaitTime", value); }

    /// <summary>The minutes for which the load is ignored after the rule acted, 1 to 100.</summary>
    public int? IgnoreMinutes { get => (int?)Get("IgnoreMetricsTime"); set => Put("IgnoreMetricsTime", value); }

    /// <summary>The threshold for the average CPU use of the layer, in percent; -1 is off.</summary>
    public double? Cpu { get => Get("CpuThreshold"); set => Put("CpuThreshold", value); }

    /// <summary>The threshold for the average memory use of the layer, in percent; -1, the default, is off.</summary>
    public double? Memory { get => Get("MemoryThreshold"); set => Put("MemoryThreshold", value); }

    /// <summary>The threshold for the average load of the layer; -1, the default, is off.</summary>
    public double? Load { get => Get("LoadThreshold"); set => Put("LoadThreshold", value); }

    internal JsonObject Members() => (JsonObject)members.DeepClone();

    private double? Get(string name) => members[name]?.GetValue<double>();

    private void Put(string name, double? value)
    {
        members.Remove(name);
        if (value is not null)
        {
            members[name] = value;
        }
    }
}
