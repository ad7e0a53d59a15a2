using System.Text;
using System.Text.Json;

namespace CSharpChef.Converge.Cookbooks.Json;

/// <summary>What is wrong in a JSON file, and where, in words for the person who wrote it.</summary>
internal sealed class JsonMistake(ReadOnlyMemory<byte> content, string file, JsonException error)
{
    private const string Hidden = "something else";
    private const string Twice = "Duplicate property";
    private const int LongestWord = 40;

    // Words of the framework's message, and what they mean. The first that fits counts.
    private static readonly (string Words, string Meaning)[] Meanings =
    [
        ("isFinalBlock", "the text is empty: write an object { ... }"),
        ("reached end of data", "the text ends too early: a quote, a { or a [ is not closed"),
        ("depth to be zero", "the text ends too early: a quote, a { or a [ is not closed"),
        ("start of a property name", "expected a name in double quotes, and found {0}"),
        ("start of a value", "expected a value, and found {0}: a text is written in double quotes"),
        ("JSON literal", "expected a value, and found {0}: a text is written in double quotes"),
        ("after a value", "expected a comma, or the end of the object or list, and found {0}"),
        ("after a property name", "expected a colon after the name, and found {0}"),
        ("after a single JSON value", "expected the end of the text after its object, and found {0}"),
        ("end of a number", "{0} is not a number: a text is written in double quotes"),
        ("leading zero", "{0} is not a number: a number has no zeros before it, and a text is written in double quotes"),
        ("escapable character", "a backslash in a text goes before \" \\ / b f n r t or u: write \\\\ for a backslash"),
        ("within a JSON string", "a text has a line end or a control character in it: write \\n for a line end"),
    ];

    /// <summary>True when the text is a secret, of which nothing may be shown.</summary>
    public bool HidesText { get; init; }

    /// <summary>The place, and what is wrong there.</summary>
    public override string ToString() => error.Message.StartsWith(Twice, StringComparison.Ordinal)
        ? new JsonPlaces(content, file).Twice() is var (second, name, first)
            ? $"{second}: \"{name}\" is twice in the same object, first at {first}: keep one of them"
            : $"{file}:1:1: {error.Message}"
        : Syntax();

    private string Syntax()
    {
        var position = Position();
        var before = Encoding.UTF8.GetString(content.Span[..position]);
        var rest = Encoding.UTF8.GetString(content.Span[position..]);
        var begun = string.Concat(before.Reverse().TakeWhile(IsWord).Reverse());
        var word = begun + string.Concat(rest.TakeWhile(IsWord));
        var found = HidesText ? Hidden
            : word.Length > 0 ? word[..Math.Min(word.Length, LongestWord)]
            : rest[..Math.Min(rest.Length, 1)];
        var start = before[..^begun.Length];
        var at = new SourceLocation(file, start.Count(c => c == '\n') + 1)
        {
            Column = start.Length - (start.LastIndexOf('\n') + 1) + 1,
        };
        return $"{at}: {Meaning(start.Trim().Length == 0).Replace("{0}", found, StringComparison.Ordinal)}";
    }

    private string Meaning(bool isFirst) => Meanings.FirstOrDefault(
        known => error.Message.Contains(known.Words, StringComparison.Ordinal)).Meaning is not { } meaning
            ? HidesText ? "this is not JSON" : error.Message.Split(" LineNumber:")[0]
            : isFirst && meaning.StartsWith("expected a value", StringComparison.Ordinal)
            ? "expected an object { ... }, and found {0}"
            : meaning;

    private int Position()
    {
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            start += content.Span[start..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + (error.BytePositionInLine ?? 0), content.Length);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '+';
}
