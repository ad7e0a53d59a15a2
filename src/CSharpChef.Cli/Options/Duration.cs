using System.Globalization;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Options;

/// <summary>Parses durations such as 10s, 2m or 1h.</summary>
internal static class Duration
{
    // Timers support little more.
    private const double MostSeconds = 40 * 24 * 3600;

    public static TimeSpan Parse(string option, string text)
    {
        var unit = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[^1] : 's';
        var digits = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[..^1] : text;
        var isNumber = double.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        var seconds = number * unit switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => double.PositiveInfinity };
        return isNumber && seconds <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"{option} {text}: write a duration such as 10s, 2m or 1h");
    }
}
