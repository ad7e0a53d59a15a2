namespace CSharpChef.Converge.Results;

/// <summary>Shortens text to one line of reasonable length.</summary>
internal static class ShortLine
{
    private const int Longest = 100;

    /// <summary>The first line of a text, with the number of lines when there are more.</summary>
    public static string FirstOf(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        return Of(lines[0].Trim()) + (lines.Length == 1 ? "" : $" (the first of {lines.Length} lines)");
    }

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..(Longest - 1)]}…";
    }
}
