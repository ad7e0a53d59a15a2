namespace CSharpChef.Converge.Shell;

/// <summary>The first lines of what a machine printed, for an error message.</summary>
internal static class Excerpt
{
    private const int MostLines = 5;
    private const int LongestLine = 200;

    /// <summary>Each line on a line of its own, indented; empty when nothing but blanks was printed.</summary>
    /// <param name="text">What was printed.</param>
    /// <param name="input">Our own input: a line of it that came back may contain a secret, and is left out.</param>
    public static string Of(string text, string input = "") => string.Concat(text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !input.Contains(line, StringComparison.Ordinal))
        .Take(MostLines)
        .Select(line => $"\n  {Shorten(line)}"));

    private static string Shorten(string line) => string.Concat(
        line.Take(LongestLine).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))
        + (line.Length > LongestLine ? "…" : "");
}
