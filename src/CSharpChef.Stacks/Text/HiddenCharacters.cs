using System.Globalization;
using System.Text;

namespace CSharpChef.Stacks.Text;

/// <summary>
/// Finds characters that a reader does not see, or that change what a reader sees: control characters, marks of writing
/// direction, separators of lines and paragraphs, and characters without width.
/// </summary>
internal static class HiddenCharacters
{
    // Letters and marks of other categories that Unicode tells programs to draw as nothing.
    private static readonly int[] Blank =
        [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0];

    /// <summary>Returns the first hidden character, or null.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="isMultiline">True for a text of several lines, which may have tabs, LF and CR LF.</param>
    public static Rune? Find(string text, bool isMultiline)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune) && !(isMultiline && IsLayout(text, index)))
            {
                return rune;
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>Writes hidden characters as escapes, of JSON and C#.</summary>
    public static string Escape(string text) => Find(text, isMultiline: true) is null
        ? text
        : string.Concat(text.EnumerateRunes().Select(
            rune => IsHidden(rune) && rune.Value is not ('\t' or '\n' or '\r') ? Escape(rune) : rune.ToString()));

    private static string Escape(Rune rune) =>
        string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}"));

    public static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            || Blank.Contains(rune.Value);

    private static bool IsLayout(string text, int index) =>
        text[index] is '\t' or '\n' || (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n');
}
