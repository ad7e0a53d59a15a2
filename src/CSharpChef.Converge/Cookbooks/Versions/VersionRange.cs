namespace CSharpChef.Converge.Cookbooks.Versions;

/// <summary>
/// The versions that a dependency may have: <c>[1.2,2)</c> as NuGet writes it, <c>1.2</c> for that version or a later
/// one, or comparisons such as <c>&gt;= 1.2, &lt; 2</c> and <c>~&gt; 1.2</c>, which ends before 2.
/// </summary>
internal sealed class VersionRange
{
    private readonly string text;
    private readonly List<(SemanticVersion Version, bool IsIncluded)> minima = [];
    private readonly List<(SemanticVersion Version, bool IsIncluded)> maxima = [];

    private VersionRange(string text) => this.text = text;

    /// <returns>Null when the text is not a range, or no version can be in it, as in <c>&gt; 2, &lt; 1</c>.</returns>
    public static VersionRange? Parse(string text)
    {
        var range = new VersionRange(text.Trim());
        return (range.text is ['[' or '(', ..] ? range.AddInterval() : range.AddComparisons()) && !range.IsEmpty
            ? range
            : null;
    }

    /// <summary>
    /// Whether one of the versions that it names is one before a release, such as <c>2.0.0-beta.1</c>.
    /// </summary>
    public bool NamesPrerelease => minima.Concat(maxima).Any(bound => bound.Version.IsPrerelease);

    public bool Contains(SemanticVersion version) =>
        minima.TrueForAll(minimum => IsWithin(version.CompareTo(minimum.Version), minimum.IsIncluded))
        && maxima.TrueForAll(maximum => IsWithin(maximum.Version.CompareTo(version), maximum.IsIncluded));

    /// <summary>The range as NuGet writes it: <c>[1.2,2)</c> for <c>&gt;= 1.2, &lt; 2</c>.</summary>
    public string NuGetText
    {
        get
        {
            var (least, withLeast) = Minimum;
            var (most, withMost) = Maximum;
            return $"{(withLeast ? '[' : '(')}{least},{most}{(withMost ? ']' : ')')}";
        }
    }

    public override string ToString() => text;

    private (SemanticVersion? Version, bool IsIncluded) Minimum =>
        minima.OrderByDescending(bound => bound.Version).ThenBy(bound => bound.IsIncluded).FirstOrDefault();

    private (SemanticVersion? Version, bool IsIncluded) Maximum =>
        maxima.OrderBy(bound => bound.Version).ThenBy(bound => bound.IsIncluded).FirstOrDefault();

    private bool IsEmpty => Minimum is ({ } least, var withLeast) && Maximum is ({ } most, var withMost)
        && !IsWithin(most.CompareTo(least), withLeast && withMost);

    private static bool IsWithin(int order, bool isIncluded) => order > 0 || (order == 0 && isIncluded);

    private bool AddInterval()
    {
        if (text is not [var begin, .., (']' or ')') and var end])
        {
            return false;
        }

        var bounds = text[1..^1].Split(',');
        return bounds switch
        {
            [var only] => begin == '[' && end == ']' && Add(only, ">=") && Add(only, "<="),
            [var least, var most] => AddBound(least, begin == '[' ? ">=" : ">") && AddBound(most, end == ']' ? "<=" : "<")
                && minima.Count + maxima.Count > 0,
            _ => false,
        };
    }

    private bool AddBound(string bound, string comparison) => bound.Trim().Length == 0 || Add(bound, comparison);

    private bool AddComparisons() => Array.TrueForAll(text.Split(','), part =>
    {
        var comparison = string.Concat(part.Trim().TakeWhile(letter => letter is '<' or '>' or '=' or '~'));
        return Add(part.Trim()[comparison.Length..], comparison);
    });

    private bool Add(string bound, string comparison)
    {
        if (SemanticVersion.Parse(bound.Trim()) is not { } version)
        {
            return false;
        }

        switch (comparison)
        {
            case ">=" or "":
                minima.Add((version, true));
                return true;
            case ">":
                minima.Add((version, false));
                return true;
            case "<=":
                maxima.Add((version, true));
                return true;
            case "<":
                maxima.Add((version, false));
                return true;
            case "=":
                minima.Add((version, true));
                maxima.Add((version, true));
                return true;
            case "~>":
                minima.Add((version, true));
                maxima.Add((version.NextOfPessimistic(), false));
                return true;
            default:
                return false;
        }
    }
}
