using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Instances;

/// <summary>
/// The weekly schedule of an instance, in UTC: for each day, hours "0" to "23" are "on" or "off"; missing hours are
/// off.
/// </summary>
internal sealed record WeeklySchedule
{
    [Description("Hours \"0\" to \"23\", each \"on\" or \"off\".")]
    public IReadOnlyDictionary<string, string>? Monday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Tuesday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Wednesday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Thursday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Friday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Saturday { get; init; }

    [Description("Hours, as for Monday.")]
    public IReadOnlyDictionary<string, string>? Sunday { get; init; }

    /// <summary>
    /// Returns the current schedule with these days applied; days that are null keep their current value.
    /// </summary>
    public WeeklySchedule MergeInto(WeeklySchedule current) => new()
    {
        Monday = Monday ?? current.Monday,
        Tuesday = Tuesday ?? current.Tuesday,
        Wednesday = Wednesday ?? current.Wednesday,
        Thursday = Thursday ?? current.Thursday,
        Friday = Friday ?? current.Friday,
        Saturday = Saturday ?? current.Saturday,
        Sunday = Sunday ?? current.Sunday,
    };

    public void Check()
    {
        CheckDay("Monday", Monday);
        CheckDay("Tuesday", Tuesday);
        CheckDay("Wednesday", Wednesday);
        CheckDay("Thursday", Thursday);
        CheckDay("Friday", Friday);
        CheckDay("Saturday", Saturday);
        CheckDay("Sunday", Sunday);
    }

    private static void CheckDay(string name, IReadOnlyDictionary<string, string>? hours)
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
