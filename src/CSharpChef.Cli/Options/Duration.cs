using System.Globalization;

namespace CSharpChef.Cli;

/// <summary>Spans of time as people type them.</summary>
internal static class Duration
{
    public static TimeSpan Parse(string option, string text)
    {
        var unit = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[^1] : 's';
        var digits = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[..^1] : text;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || unit is not ('s' or 'm' or 'h'))
        {
            throw new UsageException($"{option} {text}: write it like 10s, 2m or 1h");
        }

        return unit switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => TimeSpan.FromSeconds(number) };
    }
}
