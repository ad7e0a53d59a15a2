using System.Text;

namespace CSharpChef.Converge.Secrets.Stores;

/// <summary>
/// Splits a command line into its words by the quotes and backslashes of a shell. Nothing else of a shell is
/// understood, so that no part of a word is executed or replaced.
/// </summary>
internal sealed class CommandWords
{
    private const string ShellSigns = "|&;<>()$`*?#~";
    private const string EscapedInQuotes = "\"\\$`";
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();
    private bool isInWord;

    /// <exception cref="FormatException">A quote is open, or a sign means something only to a shell.</exception>
    public static IReadOnlyList<string> Split(string text) => new CommandWords().SplitAll(text);

    private List<string> SplitAll(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            at = text[at] switch
            {
                '\'' => Quoted(text, at),
                '"' => DoubleQuoted(text, at),
                '\\' => Escaped(text, at),
                _ => Plain(text, at),
            };
        }

        EndWord();
        return words;
    }

    private int Plain(string text, int at)
    {
        if (char.IsWhiteSpace(text[at]))
        {
            EndWord();
            return at;
        }

        // # and ~ mean something only at the start of a word.
        if (ShellSigns.Contains(text[at]) && !(isInWord && text[at] is '#' or '~'))
        {
            throw new FormatException($"no shell runs it, so that {text[at]} has no meaning: quote it, or write a script");
        }

        return Add(text[at], at);
    }

    private int Quoted(string text, int at)
    {
        var end = text.IndexOf('\'', at + 1);
        isInWord = true;
        word.Append(text.AsSpan(at + 1, Math.Max(end, at + 1) - at - 1));
        return end < 0 ? throw OpenQuote('\'') : end;
    }

    private int DoubleQuoted(string text, int at)
    {
        isInWord = true;
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length && EscapedInQuotes.Contains(text[at + 1]) ? 1 : 0;
            word.Append(text[at]);
        }

        return at < text.Length ? at : throw OpenQuote('"');
    }

    private int Escaped(string text, int at) => at + 1 < text.Length
        ? Add(text[at + 1], at + 1)
        : throw new FormatException("it ends with a backslash");

    private int Add(char letter, int at)
    {
        isInWord = true;
        word.Append(letter);
        return at;
    }

    private void EndWord()
    {
        if (isInWord)
        {
            words.Add(word.ToString());
        }

        isInWord = false;
        word.Clear();
    }

    private static FormatException OpenQuote(char quote) => new($"a quote {quote} is not closed");
}
