using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The rules by which load starts and stops the instances of a layer whose <c>AutoScalingType</c> is <c>load</c>.
/// </summary>
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

    /// <summary>Whether load starts and stops instances. Default false.</summary>
    public bool? Enable { get; set; }

    /// <summary>The rule that starts instances. Default: CPU over 80 % for 5 minutes.</summary>
    public LoadThresholds Up { get; } = new();

    /// <summary>The rule that stops instances. Default: CPU under 30 % for 10 minutes.</summary>
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
