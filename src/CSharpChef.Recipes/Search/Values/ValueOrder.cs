using System.Globalization;
using System.Numerics;

namespace CSharpChef.Recipes;

/// <summary>
/// The order of values in ranges: numbers by their size, versions such as <c>3.20</c> part by part, and other texts by
/// their characters.
/// </summary>
internal static class ValueOrder
{
    /// <summary>-1, 0 or 1.</summary>
    public static int Compare(SearchValue value, string limit)
    {
        if (value.IsNumber && Number(value.Text) is { } number && Number(limit) is { } other)
        {
            return number.CompareTo(other);
        }

        return Version(value.Text) is { } version && Version(limit) is { } otherVersion
            ? Compare(version, otherVersion)
            : Math.Sign(string.CompareOrdinal(value.Text, limit));
    }

    private static int Compare(BigInteger[] one, BigInteger[] other) => Enumerable
        .Range(0, Math.Max(one.Length, other.Length))
        .Select(i => one.ElementAtOrDefault(i).CompareTo(other.ElementAtOrDefault(i)))
        .FirstOrDefault(order => order != 0);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static BigInteger[]? Version(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter == '.')
        && text.Split('.') is var parts && parts.All(part => part.Length > 0)
            ? [.. parts.Select(part => BigInteger.Parse(part, CultureInfo.InvariantCulture))]
            : null;
}
