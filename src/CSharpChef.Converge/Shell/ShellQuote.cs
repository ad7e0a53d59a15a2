using System.Buffers;
using System.Globalization;

namespace CSharpChef.Converge.Shell;

/// <summary>The only place that makes shell words of texts.</summary>
internal static class ShellQuote
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:@%+,-";
    private static readonly SearchValues<char> Plain = SearchValues.Create(Letters);
    private static readonly SearchValues<char> Special = SearchValues.Create(@"*?[]\");

    /// <summary>One word that is exactly this text.</summary>
    public static string Word(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain)
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A text as the value of an option word: <c>owner='Ann B'</c>.</summary>
    public static string Option(string key, string text) => $"{key}={(text.Length == 0 ? "" : Word(text))}";

    /// <summary>Quotes a text for a shell pattern in a variable, so that the pattern matches only this text.</summary>
    public static string Literal(string text) => text.AsSpan().ContainsAny(Special)
        ? string.Concat(text.Select(letter => Special.Contains(letter) ? $@"\{letter}" : letter.ToString()))
        : text;

    /// <summary>A text for a comment: one line.</summary>
    public static string Comment(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(letter => IsControl(letter) ? ' ' : letter)) : text;

    private static bool IsControl(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
