using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>A managed machine, existing or future. Its settings can be changed only while it is stopped.</summary>
public sealed class InstanceDeclaration : Declaration
{
    private readonly Dictionary<DayOfWeek, SortedSet<int>> hours = [];

    internal InstanceDeclaration(string hostname, SourceLocation at)
        : base(hostname, at)
    {
    }

    /// <summary>The size of the machine, in the terms of its provider. Default <c>small</c>.</summary>
    public string? Type { get => Get<string>("InstanceType"); set => Put(value, "InstanceType"); }

    /// <summary>The operating system. Default: the operating system of the stack.</summary>
    public string? Os { get => Get<string>(); set => Put(value); }

    /// <summary>The image, when <c>Os</c> is <c>Custom</c>.</summary>
    public string? AmiId { get => Get<string>(); set => Put(value); }

    /// <summary>The name of the SSH key. Default: the SSH key of the stack.</summary>
    public string? SshKeyName { get => Get<string>(); set => Put(value); }

    /// <summary><c>x86_64</c>, the default, or <c>i386</c>.</summary>
    public string? Architecture { get => Get<string>(); set => Put(value); }

    /// <summary>Whether updates of the operating system are installed once after boot. Default true.</summary>
    public bool? InstallUpdatesOnBoot { get => Get<bool?>(); set => Put(value); }

    /// <summary>
    /// <c>load</c> or <c>timer</c> for an instance that is started and stopped by load or by time. Default: started and
    /// stopped by people, or <c>timer</c> when <see cref="Hours"/> are set. It can be changed later, but not removed.
    /// </summary>
    public string? AutoScalingType { get => Get<string>(); set => Put(value); }

    /// <summary>
    /// Whether a stopped machine keeps its disk: <c>ebs</c> keeps it. Default: the setting of the stack. It cannot be
    /// changed later.
    /// </summary>
    public string? RootDeviceType { get => Get<string>(); set => Put(value); }

    /// <summary>A label. Default: the label of the stack. It cannot be changed later.</summary>
    public string? AvailabilityZone { get => Get<string>(); set => Put(value); }

    /// <summary>The layers of the instance, by their short names; at least one.</summary>
    public void Layers(params string[] shortnames) =>
        Put(shortnames.Distinct().Order(StringComparer.Ordinal).ToArray());

    /// <summary>
    /// Adds hours in which the instance runs, in UTC: <c>8..20</c> is from 8 to 20 o'clock. Several calls add several
    /// ranges. The instance does not run in any other hour.
    /// </summary>
    /// <param name="range">Hours from 0 to 24, such as <c>8..20</c>.</param>
    /// <param name="days">The days. Default: every day.</param>
    public void Hours(Range range, params DayOfWeek[] days)
    {
        var (from, length) = Checked(range);
        foreach (var day in days.Length > 0 ? days : Enum.GetValues<DayOfWeek>())
        {
            hours.TryAdd(day, []);
            hours[day].UnionWith(Enumerable.Range(from, length));
        }
    }

    private protected override void Complete(JsonObject all)
    {
        if (hours.Count == 0)
        {
            return;
        }

        all.TryAdd(nameof(AutoScalingType), "timer");
        all["Hours"] = new JsonObject(Enum.GetValues<DayOfWeek>().Select(day => KeyValuePair.Create<string, JsonNode?>(
            day.ToString(), Node(hours.GetValueOrDefault(day)?.ToArray() ?? []))));
    }

    private static (int From, int Length) Checked(Range range)
    {
        try
        {
            return range.GetOffsetAndLength(24);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RecipeException($"{range} is not a range of hours: write it like 8..20, from 0 to 24");
        }
    }
}
