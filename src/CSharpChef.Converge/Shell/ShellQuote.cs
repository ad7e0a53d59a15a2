using System.Globalization;

namespace CSharpChef.Converge.Shell;

/// <summary>The only place that makes shell words of texts.</summary>
internal static class ShellQuote
{
    private const string PlainSigns = "_./:@%+,-";
    private const string PatternSigns = @"*?[]\";

    /// <summary>Quotes a text as one shell word.</summary>
    public static string Word(string text) =>
        text.Length > 0 && IsPlain(text)
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A text as the value of an option word: <c>owner='Ann B'</c>.</summary>
    public static string Option(string key, string text) => $"{key}={(text.Length == 0 ? "" : Word(text))}";

    /// <summary>Escapes a text for a shell pattern in a variable, so that the pattern matches only this text.</summary>
    public static string Literal(string text) => text.AsSpan().IndexOfAny(PatternSigns) >= 0
        ? string.Concat(text.Select(letter =>
            PatternSigns.Contains(letter, StringComparison.Ordinal) ? $@"\{letter}" : letter.ToString()))
        : text;

    /// <summary>A text for a comment: one line.</summary>
    public static string Comment(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(letter => IsControl(letter) ? ' ' : letter)) : text;

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !PlainSigns.Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsControl(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
