namespace CSharpChef.Stacks.Apps;

internal static class AppShortname
{
    /// <summary>Derives a short name: lowercase, with an underscore for each character that is not allowed.</summary>
    public static string Of(string name)
    {
        var word = string
            .Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'))
            .Trim('_', '-');
        return word.Length > 0 ? word : "app";
    }
}
