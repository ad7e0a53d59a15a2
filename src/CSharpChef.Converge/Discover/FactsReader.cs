using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>
/// Parses the output of the discovery program: facts between two marker lines. Other output around them is ignored.
/// </summary>
internal static class FactsReader
{
    public const string Begin = "csharpchef: facts begin";
    public const string End = "csharpchef: facts end";

    /// <summary>The line before the end marker when a program that reads facts failed.</summary>
    public const string Failed = "csharpchef: facts failed";

    /// <summary>The facts; null when a marker is missing.</summary>
    public static Facts? Parse(ReadOnlySpan<byte> output) => Parse(LosslessUtf8.Decode(output));

    public static Facts? Parse(string output)
    {
        var lines = output.Split('\n');
        var begin = Array.LastIndexOf(lines, Begin);
        var end = Array.LastIndexOf(lines, End);
        return begin >= 0 && end > begin ? new Facts(Values(lines[(begin + 1)..end])) : null;
    }

    /// <summary>Replaces each group of facts that the lines contain.</summary>
    public static Facts Merge(Facts known, IEnumerable<string> lines)
    {
        var printed = Values(lines);
        var groups = printed.Keys.Select(Facts.GroupOf).ToHashSet();
        return new Facts(
            known.Values.Where(fact => !groups.Contains(Facts.GroupOf(fact.Key))).Concat(printed).ToDictionary());
    }

    /// <summary>The line that the program prints for a fact.</summary>
    public static string Line(string key, string value) =>
        $"{key}={value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}";

    private static Dictionary<string, string> Values(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                values[line[..equals]] = Unescaped(line[(equals + 1)..]);
            }
        }

        return values;
    }

    private static string Unescaped(string value) => value.Contains('\\', StringComparison.Ordinal)
        ? string.Join('\\', value.Split(@"\\").Select(part => part.Replace("\\n", "\n", StringComparison.Ordinal)))
        : value;
}
