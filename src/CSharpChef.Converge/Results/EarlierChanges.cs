namespace CSharpChef.Converge.Results;

/// <summary>The names of what a plan would change before something, the nearest ones first.</summary>
internal static class EarlierChanges
{
    private const int MostNames = 3;

    /// <param name="names">The names, in the order of the plan.</param>
    public static string Text(IEnumerable<string> names)
    {
        var different = names.Distinct().Reverse().ToList();
        return string.Join(", ", different.Take(MostNames).Select(ShortLine.Of))
            + (different.Count > MostNames ? $" and {different.Count - MostNames} more" : "");
    }
}
