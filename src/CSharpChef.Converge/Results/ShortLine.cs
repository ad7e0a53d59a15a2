namespace CSharpChef.Converge.Results;

/// <summary>Shortens text to one line of reasonable length.</summary>
internal static class ShortLine
{
    private const int Longest = 100;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..(Longest - 1)]}…";
    }
}
