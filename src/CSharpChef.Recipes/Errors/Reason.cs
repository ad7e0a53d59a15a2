namespace CSharpChef.Recipes;

/// <summary>
/// Makes a sentence of the message of an exception, for use in another message: some messages of the system end with
/// spaces, and some without a full stop.
/// </summary>
internal static class Reason
{
    public static string Of(Exception e) => Of(e.Message);

    /// <returns>The text as it is, on one line, with a full stop at its end.</returns>
    public static string Of(string message)
    {
        var line = string.Join(
            ' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var text = line.Replace(" : ", ": ", StringComparison.Ordinal).TrimEnd(' ', '.', ':', ',', ';');
        return text is [.., '?' or '!'] ? text : $"{text}.";
    }
}
