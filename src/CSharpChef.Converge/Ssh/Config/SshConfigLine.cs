using System.Text;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>One line of an ssh_config file: a keyword in lower case and its words.</summary>
internal sealed record SshConfigLine(string Keyword, IReadOnlyList<string> Words, string File, int Number)
{
    /// <summary>The keyword as it is spelled in the file.</summary>
    public string Typed { get; init; } = Keyword;

    public string Value => Words.Count > 0 ? Words[0] : throw InvalidLine($"{Keyword} needs a value");

    /// <summary>Null for an empty line or a comment.</summary>
    public static SshConfigLine? Parse(string text, string file, int number)
    {
        var line = new SshConfigLine("", [], file, number);
        var words = line.Split(text);
        return words.Count == 0 ? null : line with
        {
            Keyword = words[0].ToLowerInvariant(),
            Typed = words[0],
            Words = words[1..],
        };
    }

    public UsageException InvalidLine(string problem) =>
        new($"{File}:{Number}: {problem}. Correct the line, or pass another file with --ssh-config.");

    private List<string> Split(string text)
    {
        var words = new List<string>();
        var at = 0;
        while (true)
        {
            SkipSeparators(text, ref at, takeEquals: words.Count == 1);
            if (at == text.Length || text[at] == '#')
            {
                return words;
            }

            words.Add(Word(text, ref at, isKeyword: words.Count == 0));
        }
    }

    private static void SkipSeparators(string text, ref int at, bool takeEquals)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (takeEquals && text[at] == '=')))
        {
            takeEquals &= text[at] != '=';
            at++;
        }
    }

    private string Word(string text, ref int at, bool isKeyword)
    {
        var word = new StringBuilder();
        var quoted = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (char.IsWhiteSpace(c) || (isKeyword && c == '=')))
            {
                break;
            }
            else
            {
                word.Append(c);
            }
        }

        return quoted ? throw InvalidLine("a quoted word has no closing quote") : word.ToString();
    }
}
