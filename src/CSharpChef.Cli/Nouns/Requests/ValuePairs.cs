namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>Values of the command line that are written as <c>name=value,name=value</c>.</summary>
internal static class ValuePairs
{
    /// <summary>The pairs of a text. A comma separates only before a name and an equals sign.</summary>
    public static List<string> Of(string text)
    {
        var pairs = new List<string>();
        foreach (var part in text.Split(','))
        {
            if (pairs.Count == 0 || part.Contains('=', StringComparison.Ordinal))
            {
                pairs.Add(part.Trim());
            }
            else
            {
                pairs[^1] += $",{part}";
            }
        }

        return pairs;
    }

    /// <summary>The name and the value of a pair; null for a text without an equals sign.</summary>
    public static (string Name, string Value)? Split(string pair) =>
        pair.Split('=', 2) is [var name, var value] ? (name, value) : null;
}
