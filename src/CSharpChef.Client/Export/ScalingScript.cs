using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Export;

/// <summary>The statements that declare when instances are started and stopped by load or by the clock.</summary>
internal static class ScalingScript
{
    private static readonly Dictionary<string, string> Thresholds = new()
    {
        [nameof(ThresholdsRecord.InstanceCount)] = nameof(LoadThresholds.Instances),
        [nameof(ThresholdsRecord.ThresholdsWaitTime)] = nameof(LoadThresholds.WaitMinutes),
        [nameof(ThresholdsRecord.IgnoreMetricsTime)] = nameof(LoadThresholds.IgnoreMinutes),
        [nameof(ThresholdsRecord.CpuThreshold)] = nameof(LoadThresholds.Cpu),
        [nameof(ThresholdsRecord.MemoryThreshold)] = nameof(LoadThresholds.Memory),
        [nameof(ThresholdsRecord.LoadThreshold)] = nameof(LoadThresholds.Load),
    };

    /// <summary>Days with the same hours share one statement.</summary>
    public static IEnumerable<string> Hours(JsonObject hours) =>
        from day in hours
        from range in Ranges([.. ((JsonArray)day.Value!).Select(hour => hour!.GetValue<int>())])
        group day.Key by range into days
        select days.Count() == 7
            ? $"Hours({days.Key})"
            : $"Hours({days.Key}, {string.Join(", ", days.Select(day => $"DayOfWeek.{day}"))})";

    public static IEnumerable<string> Load(JsonObject load, JsonObject defaults)
    {
        if (load.Any(
            pair => pair.Value is JsonObject thresholds
                && thresholds.Any(threshold => !Thresholds.ContainsKey(threshold.Key) && !IsEmpty(threshold.Value))))
        {
            return [$"Set(\"{PartMembers.LoadBasedScaling}\", {CSharpText.Of(load)})"];
        }

        var enable = load[nameof(LoadScalingRecord.Enable)]!.GetValue<bool>()
            ? ["LoadBasedScaling.Enable = true"]
            : Array.Empty<string>();
        return
        [
            .. enable,
            .. Lines("Up", nameof(LoadScalingRecord.UpScaling)),
            .. Lines("Down", nameof(LoadScalingRecord.DownScaling)),
        ];

        IEnumerable<string> Lines(string word, string member) => ((JsonObject)load[member]!)
            .Where(threshold => !IsEmpty(threshold.Value)
                && !JsonNode.DeepEquals(threshold.Value, defaults[member]?[threshold.Key]))
            .Select(threshold => $"LoadBasedScaling.{word}.{Thresholds[threshold.Key]} = {threshold.Value}");
    }

    private static bool IsEmpty(JsonNode? value) => value is JsonArray { Count: 0 };

    private static IEnumerable<string> Ranges(IReadOnlyList<int> hours)
    {
        for (var i = 0; i < hours.Count; i++)
        {
            var first = hours[i];
            while (i + 1 < hours.Count && hours[i + 1] == hours[i] + 1)
            {
                i++;
            }

            yield return $"{first}..{hours[i] + 1}";
        }
    }
}
