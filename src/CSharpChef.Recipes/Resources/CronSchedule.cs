using System.Globalization;

namespace CSharpChef.Recipes;

/// <summary>Validates the five fields of a crontab(5) line.</summary>
internal static class CronSchedule
{
    private static readonly string[] Words =
        ["@reboot", "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames
        .Take(12)];
    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames;

    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, [], 0), new("hour", 0, 23, [], 0), new("day of month", 1, 31, [], 0),
        new("month", 1, 12, Months, 1), new("day of week", 0, 7, Days, 0),
    ];

    public static string Validate(string schedule)
    {
        if (Words.Contains(schedule))
        {
            return schedule;
        }

        var parts = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            throw new RecipeException(
                $"schedule \"{schedule}\" has {parts.Length} fields: write five, like \"15 3 * * *\", or one of {string.Join(" ", Words)}");
        }

        var invalid = parts.Zip(Fields).FirstOrDefault(pair => !pair.Second.Accepts(pair.First));
        return invalid.Second is null ? string.Join(' ', parts) : throw new RecipeException(
            $"schedule \"{schedule}\": \"{invalid.First}\" is not a valid {invalid.Second.Name} ({invalid.Second.Least} to {invalid.Second.Most})");
    }

    private sealed record Field(string Name, int Least, int Most, string[] Names, int FirstName)
    {
        public bool Accepts(string text) => text.Split(',').All(AcceptsItem);

        private bool AcceptsItem(string item)
        {
            var slash = item.Split('/');
            return slash.Length <= 2
                && (slash.Length == 1 || (IsRange(slash[0]) && IsStep(slash[1])))
                && (slash[0] == "*" || AcceptsRange(slash[0].Split('-')));
        }

        private static bool IsStep(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0;

        // cron silently reads "5/10" as "5".
        private static bool IsRange(string text) => text == "*" || text.Contains('-', StringComparison.Ordinal);

        private bool AcceptsRange(string[] ends) => ends.Length switch
        {
            1 => Value(ends[0]) is not null,
            2 => Value(ends[0]) is { } from && Value(ends[1]) is { } to && from <= to,
            _ => false,
        };

        private int? Value(string text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number >= Least && number <= Most ? number : null;
            }

            var index = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            return index < 0 ? null : index + FirstName;
        }
    }
}
