using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Beyond which load something is done, and how. What is not set stays as the server has it.</summary>
public sealed class LoadThresholds
{
    private readonly JsonObject members = [];

    internal LoadThresholds()
    {
    }

    /// <summary>How many instances at once. Default 1.</summary>
    public int? Instances { get => (int?)Get("InstanceCount"); set => Put("InstanceCount", value); }

    /// <summary>Minutes the load must be beyond a threshold before anything is done, 1 to 100.</summary>
    public int? WaitMinutes { get => (int?)Get("ThresholdsWaitTime"); set => Put("ThresholdsWaitTime", value); }

    /// <summary>Minutes to look away after something was done, 1 to 100.</summary>
    public int? IgnoreMinutes { get => (int?)Get("IgnoreMetricsTime"); set => Put("IgnoreMetricsTime", value); }

    /// <summary>Average CPU of the layer in percent; -1 is off.</summary>
    public double? Cpu { get => Get("CpuThreshold"); set => Put("CpuThreshold", value); }

    /// <summary>Average memory of the layer in percent; -1, the default, is off.</summary>
    public double? Memory { get => Get("MemoryThreshold"); set => Put("MemoryThreshold", value); }

    /// <summary>Average load of the layer; -1, the default, is off.</summary>
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
