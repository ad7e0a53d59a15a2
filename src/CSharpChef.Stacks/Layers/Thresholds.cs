using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>When instances are started, or stopped, by load.</summary>
internal sealed record Thresholds
{
    public static readonly Thresholds Up = Usual(minutes: 5, cpu: 80);
    public static readonly Thresholds Down = Usual(minutes: 10, cpu: 30);

    private const int MostAlarms = 5;

    [Description("How many at once.")]
    public int? InstanceCount { get; init; }

    [Description("Minutes the load must be beyond a threshold before anything is done, 1 to 100.")]
    public int? ThresholdsWaitTime { get; init; }

    [Description("Minutes to look away after something was done, 1 to 100.")]
    public int? IgnoreMetricsTime { get; init; }

    [Description("Average CPU of the layer in percent; -1 is off.")]
    public double? CpuThreshold { get; init; }

    [Description("Average memory of the layer in percent; -1 is off.")]
    public double? MemoryThreshold { get; init; }

    [Description("Average load of the layer; -1 is off.")]
    public double? LoadThreshold { get; init; }

    [Description("Names of alarms from elsewhere, 5 at most. Kept for clients that send them.")]
    public IReadOnlyList<string>? Alarms { get; init; }

    /// <summary>These where they are given, else those below.</summary>
    public Thresholds MergeInto(Thresholds below) => new()
    {
        InstanceCount = InstanceCount ?? below.InstanceCount,
        ThresholdsWaitTime = ThresholdsWaitTime ?? below.ThresholdsWaitTime,
        IgnoreMetricsTime = IgnoreMetricsTime ?? below.IgnoreMetricsTime,
        CpuThreshold = CpuThreshold ?? below.CpuThreshold,
        MemoryThreshold = MemoryThreshold ?? below.MemoryThreshold,
        LoadThreshold = LoadThreshold ?? below.LoadThreshold,
        Alarms = Alarms ?? below.Alarms,
    };

    public void Check(string member)
    {
        Validate.Range($"{member}.InstanceCount", InstanceCount, 1, 1000);
        Validate.Range($"{member}.ThresholdsWaitTime", ThresholdsWaitTime, 1, 100);
        Validate.Range($"{member}.IgnoreMetricsTime", IgnoreMetricsTime, 1, 100);
        Level($"{member}.CpuThreshold", CpuThreshold, 100);
        Level($"{member}.MemoryThreshold", MemoryThreshold, 100);
        Level($"{member}.LoadThreshold", LoadThreshold, 10_000);
        if (Alarms?.Count > MostAlarms)
        {
            throw ApiError.Invalid($"{member}.Alarms", $"has {Alarms.Count} names; {MostAlarms} are allowed");
        }
    }

    private static Thresholds Usual(int minutes, double cpu) =>
        new()
        {
            InstanceCount = 1,
            ThresholdsWaitTime =
            minutes,
            IgnoreMetricsTime = minutes,
            CpuThreshold = cpu,
            MemoryThreshold = -1,
            LoadThreshold = -1
        };

    private static void Level(string member, double? level, int most)
    {
        if (level is { } given && given != -1 && (given < 0 || given > most))
        {
            throw ApiError.Invalid(member, $"is {given}; it must be from 0 to {most}, or -1 for off");
        }
    }
}
