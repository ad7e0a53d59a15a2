namespace CSharpChef.Stacks.Operations;

/// <summary>Foreign text as a part of a message: short, and on one line.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var shown = new string([.. text.Take(Longest).Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length > Longest ? shown + "..." : shown;
    }
}
