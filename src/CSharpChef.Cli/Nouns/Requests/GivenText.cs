using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>
/// A value as it was typed: itself, <c>@FILE</c>, or <c>-</c> for standard input. <c>@@</c> begins a text with an at
/// sign.
/// </summary>
/// <param name="IsTyped">It stands in the arguments, which all users of a machine can read.</param>
internal sealed record GivenText(string Text, bool IsTyped)
{
    public static GivenText Read(string typed) => typed switch
    {
        "-" => new(Trimmed(Console.In.ReadToEnd()), IsTyped: false),
        ['@', '@', ..] => new(typed[1..], IsTyped: true),
        ['@', _, ..] => new(Trimmed(OfFile(typed[1..])), IsTyped: false),
        _ => new(typed, IsTyped: true),
    };

    /// <summary>Whether the text itself would stand in the arguments.</summary>
    public static bool IsTypedAs(string typed) => typed is not ("" or "-") && typed is not ['@', not '@', ..];

    private static string OfFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"@{path} cannot be read: {e.Message} A text that begins with @ is written @@.", e);
        }
    }

    // The end of a single line is the editor's; keys of many lines need theirs.
    private static string Trimmed(string text) =>
        text.TrimEnd('\r', '\n') is var line && !line.Contains('\n', StringComparison.Ordinal) ? line : text;
}
