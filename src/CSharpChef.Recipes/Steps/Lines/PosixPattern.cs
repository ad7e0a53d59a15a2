using System.Text;
using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>
/// Translates POSIX extended regular expressions, as the tools of a node read them in the C locale, to .NET's. Refuses
/// what POSIX leaves undefined and tools interpret differently, such as <c>\d</c> or <c>(?i)</c>.
/// </summary>
internal static class PosixPattern
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["alpha"] = "a-zA-Z",
        ["digit"] = "0-9",
        ["alnum"] = "a-zA-Z0-9",
        ["upper"] = "A-Z",
        ["lower"] = "a-z",
        ["space"] = @" \t\n\r\f\v",
        ["blank"] = @" \t",
        ["punct"] = @"!-/:-@\[-`{-~",
        ["xdigit"] = "0-9A-Fa-f",
        ["print"] = " -~",
        ["graph"] = "!-~",
        ["cntrl"] = @"\x00-\x1f\x7f",
    };

    private static string ClassNames => "one of " + string.Join(" ", Classes.Keys.Select(name => $"[:{name}:]"));

    /// <exception cref="RecipeException">The pattern is not a POSIX extended regular expression.</exception>
    public static Regex Parse(string pattern)
    {
        try
        {
            // The engine without backtracking costs 15 ms to load; a time limit stops runaway patterns instead.
            return new Regex(
                Translated(pattern),
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw new RecipeException(
                $"Match \"{pattern}\" is not a valid POSIX extended regular expression: {e.Message}", e);
        }
    }

    private static string Translated(string pattern)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i = Escape(pattern, i, text);
                    break;
                case '[':
                    i = Bracket(pattern, i, text);
                    break;
                case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?':
                    throw Refused(pattern, "(?", "plain ( )");
                default:
                    text.Append(pattern[i]);
                    break;
            }
        }

        return text.ToString();
    }

    private static int Escape(string pattern, int at, StringBuilder text)
    {
        if (at + 1 == pattern.Length || char.IsAsciiLetterOrDigit(pattern[at + 1]))
        {
            throw Refused(
                pattern,
                pattern[at..Math.Min(at + 2, pattern.Length)],
                "a class such as [[:digit:]], [[:space:]] or [[:alnum:]_]");
        }

        text.Append(Regex.Escape(pattern[at + 1].ToString()));
        return at + 1;
    }

    // A ] at the start of brackets stands for itself. A backslash in them stands for itself in grep and escapes in awk.
    private static int Bracket(string pattern, int at, StringBuilder text)
    {
        var i = at + 1;
        text.Append('[');
        if (i < pattern.Length && pattern[i] == '^')
        {
            text.Append('^');
            i++;
        }

        for (var start = i; i < pattern.Length && (pattern[i] != ']' || i == start); i++)
        {
            i = Item(pattern, i, text);
        }

        text.Append(']');
        return i < pattern.Length ? i : throw Refused(pattern, "[ without ]", @"\[ for the character");
    }

    private static int Item(string pattern, int i, StringBuilder text)
    {
        if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] is ':' or '.' or '=')
        {
            var end = pattern.IndexOf(":]", i + 2, StringComparison.Ordinal);
            var name = end < 0 ? "" : pattern[(i + 2)..end];
            text.Append(pattern[i + 1] == ':' && Classes.TryGetValue(name, out var set)
                ? set
                : throw (pattern[i + 1] == ':' ? Refused(pattern, "[:", ClassNames) : Ambiguous(
                    pattern, pattern[i..(i + 2)], ClassNames)));
            return end + 1;
        }

        if (pattern[i] == '\\')
        {
            throw Ambiguous(
                pattern, "a backslash in brackets", @"the character after it alone, or (\\|[...]) for the character");
        }

        text.Append(pattern[i] is '[' or ']' or '^' ? $@"\{pattern[i]}" : pattern[i].ToString());
        return i;
    }

    private static RecipeException Ambiguous(string pattern, string part, string instead) =>
        new($"Match \"{pattern}\": {part} is refused, because the programs that read such patterns differ in what they " +
            $"take it for: write {instead}");

    private static RecipeException Refused(string pattern, string part, string instead) =>
        new($"Match \"{pattern}\": {part} is not allowed in a POSIX extended regular expression: write {instead}");
}
