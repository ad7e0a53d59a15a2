using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>When instances of a layer whose <c>AutoScalingType</c> is <c>load</c> are started and stopped.</summary>
/// <example>
/// <code>
/// Layer("web", l =>
/// {
///     l.LoadBasedScaling.Enable = true;
///     l.LoadBasedScaling.Up.Cpu = 70;
///     l.LoadBasedScaling.Down.Cpu = 20;
/// });
/// </code>
/// </example>
public sealed class LoadBasedScaling
{
    internal LoadBasedScaling()
    {
    }

    /// <summary>Whether the layer follows its load at all. Default false.</summary>
    public bool? Enable { get; set; }

    /// <summary>When instances are started. Default: CPU over 80 % for 5 minutes.</summary>
    public LoadThresholds Up { get; } = new();

    /// <summary>When instances are stopped. Default: CPU under 30 % for 10 minutes.</summary>
    public LoadThresholds Down { get; } = new();

    internal JsonObject Members()
    {
        var members = new JsonObject();
        if (Enable is not null)
        {
            members[nameof(Enable)] = Enable;
        }

        Add(members, "UpScaling", Up.Members());
        Add(members, "DownScaling", Down.Members());
        return members;
    }

    private static void Add(JsonObject members, string name, JsonObject thresholds)
    {
        if (thresholds.Count > 0)
        {
            members[name] = thresholds;
        }
    }
}
