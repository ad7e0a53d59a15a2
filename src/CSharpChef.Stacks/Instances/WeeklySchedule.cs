using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>
/// The hours of the week, in UTC, in which an instance is on: "0" to "23" of each day, "on" or "off"; what is not said
/// is off.
/// </summary>
internal sealed record WeeklySchedule
{
    [Description("Hours \"0\" to \"23\", each \"on\" or \"off\".")]
    public IReadOnlyDictionary<string, string>? Monday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Tuesday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Wednesday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Thursday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Friday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Saturday { get; init; }

    [Description("As Monday.")]
    public IReadOnlyDictionary<string, string>? Sunday { get; init; }

    /// <summary>The days that are given, over those below.</summary>
    public WeeklySchedule MergeInto(WeeklySchedule below) => new()
    {
        Monday = Monday ?? below.Monday,
        Tuesday = Tuesday ?? below.Tuesday,
        Wednesday = Wednesday ?? below.Wednesday,
        Thursday = Thursday ?? below.Thursday,
        Friday = Friday ?? below.Friday,
        Saturday = Saturday ?? below.Saturday,
        Sunday = Sunday ?? below.Sunday,
    };

    public void Check()
    {
        Day("Monday", Monday);
        Day("Tuesday", Tuesday);
        Day("Wednesday", Wednesday);
        Day("Thursday", Thursday);
        Day("Friday", Friday);
        Day("Saturday", Saturday);
        Day("Sunday", Sunday);
    }

    private static void Day(string name, IReadOnlyDictionary<string, string>? hours)
    {
        foreach (var (hour, state) in hours ?? new Dictionary<string, string>())
        {
            if (!Hours.Contains(hour))
            {
                throw ApiError.Invalid(
                    $"AutoScalingSchedule.{name}", $"has the hour '{Excerpt.Of(hour)}'; hours are \"0\" to \"23\"");
            }

            if (state is not ("on" or "off"))
            {
                throw ApiError.Malformed($"AutoScalingSchedule.{name}.{hour}", state, "it must be on or off");
            }
        }
    }

    private static readonly string[] Hours = [.. Enumerable.Range(0, 24).Select(hour => $"{hour}")];
}
