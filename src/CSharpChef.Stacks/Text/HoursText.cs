namespace CSharpChef.Stacks.Text;

/// <summary>Writes a time of at least a minute in hours and minutes: "24 hours", "1 hour and 30 minutes".</summary>
internal static class HoursText
{
    public static string Of(TimeSpan time)
    {
        string[] parts = [Part((int)time.TotalHours, "hour"), Part(time.Minutes, "minute")];
        return string.Join(" and ", parts.Where(part => part.Length > 0));
    }

    private static string Part(int count, string noun) => count switch
    {
        0 => "",
        1 => $"1 {noun}",
        _ => $"{count} {noun}s",
    };
}
