using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>
/// A typed value: the text itself, <c>@FILE</c>, or <c>-</c> for standard input. <c>@@</c> begins a text with an at
/// sign.
/// </summary>
/// <param name="IsTyped">True when the text is in the arguments, which all users of a machine can read.</param>
internal sealed record TypedText(string Text, bool IsTyped)
{
    public static TypedText Read(string typed) => typed switch
    {
        "-" => new(WithoutLastNewline(Console.In.ReadToEnd()), IsTyped: false),
        ['@', '@', ..] => new(typed[1..], IsTyped: true),
        ['@', _, ..] => new(WithoutLastNewline(OfFile(typed[1..])), IsTyped: false),
        _ => new(typed, IsTyped: true),
    };

    /// <summary>True when the text itself is in the arguments.</summary>
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
                $"@{path} cannot be read: {Reason.Of(e)} A text that begins with @ is written @@.", e);
        }
    }

    // Editors end a single line with a newline that is not part of it; keys of several lines need their last one.
    private static string WithoutLastNewline(string text) =>
        text.TrimEnd('\r', '\n') is var line && !line.Contains('\n', StringComparison.Ordinal) ? line : text;
}
