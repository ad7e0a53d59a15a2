using System.Globalization;

namespace CSharpChef.Converge.Errors;

/// <summary>Texts of others, such as fetched files, which must not control the terminal that shows them.</summary>
internal static class PrintableText
{
    /// <summary>The text with a question mark for each control character, but for the ends of lines and tabs.</summary>
    public static string Of(string text) => text.Any(IsControl)
        ? string.Concat(text.Select(letter => IsControl(letter) ? '?' : letter))
        : text;

    private static bool IsControl(char letter) => letter is not ('\n' or '\t')
        && (char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format);
}
