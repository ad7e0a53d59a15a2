using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>Thresholds at which load-based scaling starts or stops instances.</summary>
internal sealed record Thresholds
{
    public static readonly Thresholds Up = Default(minutes: 5, cpu: 80);
    public static readonly Thresholds Down = Default(minutes: 10, cpu: 30);

    private const int MostAlarms = 5;

    [Description("How many instances to start or stop at once.")]
    public int? InstanceCount { get; init; }

    [Description("Minutes that the load must exceed a threshold before instances are started or stopped, 1 to 100.")]
    public int? ThresholdsWaitTime { get; init; }

    [Description("Minutes to ignore metrics after instances were started or stopped, 1 to 100.")]
    public int? IgnoreMetricsTime { get; init; }

    [Description("Average CPU usage of the layer in percent; -1 turns it off.")]
    public double? CpuThreshold { get; init; }

    [Description("Average memory usage of the layer in percent; -1 turns it off.")]
    public double? MemoryThreshold { get; init; }

    [Description("Average load of the layer; -1 turns it off.")]
    public double? LoadThreshold { get; init; }

    [Description("Names of CloudWatch alarms, at most 5. Stored but not used.")]
    public IReadOnlyList<string>? Alarms { get; init; }

    /// <summary>
    /// Returns the current thresholds with these applied; members that are null keep their current value.
    /// </summary>
    public Thresholds MergeInto(Thresholds current) => new()
    {
        InstanceCount = InstanceCount ?? current.InstanceCount,
        ThresholdsWaitTime = ThresholdsWaitTime ?? current.ThresholdsWaitTime,
        IgnoreMetricsTime = IgnoreMetricsTime ?? current.IgnoreMetricsTime,
        CpuThreshold = CpuThreshold ?? current.CpuThreshold,
        MemoryThreshold = MemoryThreshold ?? current.MemoryThreshold,
        LoadThreshold = LoadThreshold ?? current.LoadThreshold,
        Alarms = Alarms ?? current.Alarms,
    };

    public void Check(string member)
    {
        Validate.Range($"{member}.InstanceCount", InstanceCount, 1, 1000);
        Validate.Range($"{member}.ThresholdsWaitTime", ThresholdsWaitTime, 1, 100);
        Validate.Range($"{member}.IgnoreMetricsTime", IgnoreMetricsTime, 1, 100);
        CheckLevel($"{member}.CpuThreshold", CpuThreshold, 100);
        CheckLevel($"{member}.MemoryThreshold", MemoryThreshold, 100);
        CheckLevel($"{member}.LoadThreshold", LoadThreshold, 10_000);
        if (Alarms?.Count > MostAlarms)
        {
            throw ApiError.Invalid($"{member}.Alarms", $"has {Alarms.Count} names; the limit is {MostAlarms}");
        }
    }

    private static Thresholds Default(int minutes, double cpu) =>
        new()
        {
            InstanceCount = 1,
            ThresholdsWaitTime = minutes,
            IgnoreMetricsTime = minutes,
            CpuThreshold = cpu,
        };

    private static void CheckLevel(string member, double? level, int most)
    {
        if (level is { } number && number != -1 && (number < 0 || number > most))
        {
            throw ApiError.Invalid(member, $"is {number}; it must be from 0 to {most}, or -1 for off");
        }
    }
}
