namespace CSharpChef.Client.Texts;

/// <summary>A text shortened to a line of reasonable length.</summary>
internal static class OneLine
{
    private const int Longest = 100;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..(Longest - 1)]}…";
    }
}
