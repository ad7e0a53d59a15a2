namespace CSharpChef.Recipes;

/// <summary>
/// Finds the known name that is most similar to an unknown one. Names that differ in all letters are not similar.
/// </summary>
internal static class Nearest
{
    public static string? Of(string unknown, IEnumerable<string> known) => known
        .Select(name => (name, distance: Distance(unknown, name)))
        .Where(pair => pair.distance <= Math.Max(2, unknown.Length / 3))
        .Where(pair => pair.distance < Math.Max(unknown.Length, pair.name.Length))
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.name, StringComparer.Ordinal)
        .Select(pair => pair.name)
        .FirstOrDefault();

    /// <summary>The end of an error about an unknown name: <c>: did you mean "…"?</c>, or nothing.</summary>
    public static string Question(string unknown, IEnumerable<string> known) =>
        Of(unknown, known) is { } near ? $": did you mean \"{near}\"?" : "";

    // The Levenshtein distance, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var letter in a)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (letter == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
