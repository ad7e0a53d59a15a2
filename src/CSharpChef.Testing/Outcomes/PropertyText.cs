using System.Collections;
using System.Globalization;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>The texts of properties and their values in failures, and the comparison of values.</summary>
internal static class PropertyText
{
    /// <summary>The name of a property in a lambda: <c>Mode</c> of <c>f => f.Mode</c>.</summary>
    public static string Of(string lambda)
    {
        if (lambda.Split("=>", 2) is not [var parameter, var body])
        {
            return lambda;
        }

        var start = $"{parameter.Trim()}.";
        body = body.Trim();
        return body.StartsWith(start, StringComparison.Ordinal) ? body[start.Length..] : body;
    }

    /// <summary>Compares values; lists item by item, and texts by their characters.</summary>
    public static bool AreEqual(object? actual, object? expected) => (actual, expected) switch
    {
        (string, _) or (_, string) or (null, _) or (_, null) => Equals(actual, expected),
        (IDictionary one, IDictionary other) => one.Count == other.Count
            && one.Keys.Cast<object>().All(key => other.Contains(key) && AreEqual(one[key], other[key])),
        (IEnumerable one, IEnumerable other) => Items(one).Count == Items(other).Count
            && Items(one).Zip(Items(other)).All(pair => AreEqual(pair.First, pair.Second)),
        _ => Equals(actual, expected),
    };

    /// <summary>The end of a failure: the two values, or the difference of two texts of several lines.</summary>
    public static string Difference(object? expected, object? actual) => (expected, actual) switch
    {
        (string one, string other) when one.Trim().Contains('\n') || other.Trim().Contains('\n') =>
            $"the expected text, but differs (- expected, + actual):\n{UnifiedDiff.Of("text", one, other).TrimEnd()}",
        _ => $"{Shown(expected)}, but is {Shown(actual)}",
    };

    public static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        bool holds => holds ? "true" : "false",
        IDictionary map => $"{{ {string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key} = {Shown(map[key])}"))} }}",
        IEnumerable items => $"[{string.Join(", ", Items(items).Select(Shown))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static List<object?> Items(IEnumerable items) => [.. items.Cast<object?>()];
}
