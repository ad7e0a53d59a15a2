using System.Text;

namespace CSharpChef.Stacks.Text;

/// <summary>
/// Shortens text that comes from outside the server to the beginning of a line, for use in a message.
/// </summary>
internal static class Excerpt
{
    private const int MaxLength = 80;
    private static readonly Rune Unknown = new('?');

    public static string Of(string text)
    {
        var excerpt = new StringBuilder();
        foreach (var (rune, isHidden) in HiddenCharacters.Mark(text))
        {
            if (excerpt.Length + rune.Utf16SequenceLength > MaxLength)
            {
                return excerpt.Append("...").ToString();
            }

            excerpt.Append(isHidden ? Unknown : rune);
        }

        return excerpt.ToString();
    }
}
