namespace CSharpChef.Stacks.Text;

/// <summary>
/// Shortens text that comes from outside the server to the beginning of a line, for use in a message.
/// </summary>
internal static class Excerpt
{
    private const int MaxLength = 80;

    public static string Of(string text)
    {
        var excerpt = new string([.. text.Take(MaxLength).Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length > MaxLength ? excerpt + "..." : excerpt;
    }
}
