using System.Globalization;
using System.Text;

namespace CSharpChef.Stacks.Text;

/// <summary>
/// Finds characters that a reader does not see, or that change what a reader sees: control characters, marks of writing
/// direction, separators of lines and paragraphs, and characters without width.
/// </summary>
internal static class HiddenCharacters
{
    private const int FirstEmojiSelector = 0xFE0E;
    private const int LastEmojiSelector = 0xFE0F;

    // Characters of other categories that Unicode tells programs to draw as nothing (Default_Ignorable_Code_Point), and
    // the blank pattern of Braille.
    private static readonly (int First, int Last)[] Blank =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x2800, 0x2800),
        (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Returns the first hidden character, or null.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="isMultiline">True for a text of several lines, which may have tabs, LF and CR LF.</param>
    public static Rune? Find(string text, bool isMultiline)
    {
        var index = 0;
        foreach (var (rune, isHidden) in Mark(text))
        {
            if (isHidden && !(isMultiline && IsLayout(text, index)))
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
        : string.Concat(Mark(text).Select(mark => mark.IsHidden && mark.Rune.Value is not ('\t' or '\n' or '\r')
            ? Escape(mark.Rune)
            : mark.Rune.ToString()));

    /// <summary>The characters of a text, and which of them are hidden.</summary>
    public static IEnumerable<(Rune Rune, bool IsHidden)> Mark(string text)
    {
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            yield return (rune, IsHidden(rune) && !IsEmojiSelector(rune, previous));
            previous = rune;
        }
    }

    private static string Escape(Rune rune) =>
        string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}"));

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            || Blank.Any(range => rune.Value >= range.First && rune.Value <= range.Last);

    // After a symbol, such as a heart, it is part of an emoji.
    private static bool IsEmojiSelector(Rune rune, Rune previous) =>
        rune.Value is FirstEmojiSelector or LastEmojiSelector
            && Rune.GetUnicodeCategory(previous) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;

    private static bool IsLayout(string text, int index) =>
        text[index] is '\t' or '\n' || (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n');
}
