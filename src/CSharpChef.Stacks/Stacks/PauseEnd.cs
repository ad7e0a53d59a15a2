using System.Globalization;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Stacks;

/// <summary>Reads when a pause ends. Pure.</summary>
internal static class PauseEnd
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['m'] = TimeSpan.FromMinutes(1),
        ['h'] = TimeSpan.FromHours(1),
        ['d'] = TimeSpan.FromDays(1),
    };

    /// <returns>Null for a pause without an end.</returns>
    public static DateTimeOffset? Read(string? until, string? length, DateTimeOffset now) =>
        (Patch.Merge(until, null), Patch.Merge(length, null)) switch
        {
            (null, null) => null,
            ({ } time, null) => Check("Until", time, Time(time), now),
            (null, { } text) => Check("For", text, now + Length(text), now),
            _ => throw ApiError.Invalid("For", "cannot be given with Until"),
        };

    private static DateTimeOffset Check(string member, string text, DateTimeOffset end, DateTimeOffset now) =>
        end > now && end <= now + Longest
            ? end
            : throw ApiError.Malformed(member, text, "the end must be in the future, and within a year");

    // A time without a zone would be that of the server, which the caller may not know.
    private static DateTimeOffset Time(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
        && time.Kind != DateTimeKind.Unspecified
            ? new DateTimeOffset(time).ToUniversalTime()
            : throw ApiError.Malformed(
                "Until", text, "write a time with its zone, such as 2026-11-24T12:00:00Z or 2026-11-24T13:00:00+01:00");

    private static TimeSpan Length(string text) => text is [.. var digits, var unit]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000
        && Units.TryGetValue(unit, out var one)
            ? number * one
            : throw ApiError.Malformed("For", text, "write a number with m, h or d, such as 90m or 2h");
}
