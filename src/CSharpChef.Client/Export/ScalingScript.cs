using System.Text.Json.Nodes;

namespace CSharpChef.Client.Export;

/// <summary>The statements that say when instances are started and stopped by themselves.</summary>
internal static class ScalingScript
{
    private static readonly Dictionary<string, string> Thresholds = new()
    {
        ["InstanceCount"] = "Instances",
        ["ThresholdsWaitTime"] = "WaitMinutes",
        ["IgnoreMetricsTime"] = "IgnoreMinutes",
        ["CpuThreshold"] = "Cpu",
        ["MemoryThreshold"] = "Memory",
        ["LoadThreshold"] = "Load",
    };

    /// <summary>Days of the same hours in one.</summary>
    public static IEnumerable<string> Hours(JsonObject hours) =>
        from day in hours
        from range in Ranges([.. ((JsonArray)day.Value!).Select(hour => hour!.GetValue<int>())])
        group day.Key by range into days
        select days.Count() == 7
            ? $"Hours({days.Key})"
            : $"Hours({days.Key}, {string.Join(", ", days.Select(day => $"DayOfWeek.{day}"))})";

    public static IEnumerable<string> Load(JsonObject load, JsonObject usual)
    {
        if (load.Any(
            pair => pair.Value is JsonObject thresholds && thresholds.Any(one => !Thresholds.ContainsKey(one.Key))))
        {
            return [$"Set(\"LoadBasedScaling\", {CSharpText.Of(load)})"];
        }

        var enable = load["Enable"]!.GetValue<bool>() ? ["LoadBasedScaling.Enable = true"] : Array.Empty<string>();
        return [.. enable, .. Lines("Up", "UpScaling"), .. Lines("Down", "DownScaling")];

        IEnumerable<string> Lines(string word, string member) => ((JsonObject)load[member]!)
            .Where(one => !JsonNode.DeepEquals(one.Value, usual[member]?[one.Key]))
            .Select(one => $"LoadBasedScaling.{word}.{Thresholds[one.Key]} = {one.Value}");
    }

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
