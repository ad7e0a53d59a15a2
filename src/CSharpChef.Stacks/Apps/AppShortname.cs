namespace CSharpChef.Stacks.Apps;

internal static class AppShortname
{
    /// <summary>The name in small letters, whatever cannot be in a short name as an underscore.</summary>
    public static string Of(string name)
    {
        var word = string
            .Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'))
            .Trim('_', '-');
        return word.Length > 0 ? word : "app";
    }
}
