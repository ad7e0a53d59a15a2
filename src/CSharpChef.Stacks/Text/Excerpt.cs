namespace CSharpChef.Stacks.Text;

/// <summary>The beginning of a foreign text, on one line, for use in a message.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var excerpt = new string([.. text.Take(Longest).Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length > Longest ? excerpt + "..." : excerpt;
    }
}
