using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace CSharpChef.Converge.Results;

/// <summary>The difference of two texts in the format of diff -u.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string path, string old, string @new) =>
        old.Length == 0 ? OfNewText(path, @new) : OfChange(path, old, @new);

    // Without the library, which costs more than the rest of a small run.
    private static string OfNewText(string path, string @new)
    {
        var text = new StringBuilder($"--- {path}\n+++ {path}\n");
        var lines = new LinesWithEnds().Chunk(@new);
        if (lines.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"@@ -0,0 +{Range(0, lines.Count)} @@\n");
            Lines(text, '+', lines, 0, lines.Count);
        }

        return text.ToString();
    }

    private static string OfChange(string path, string old, string @new)
    {
        var result =
            Differ.Instance.CreateDiffs(old, @new, ignoreWhiteSpace: false, ignoreCase: false, new LinesWithEnds());
        var text = new StringBuilder($"--- {path}\n+++ {path}\n");
        foreach (var hunk in Hunks(result.DiffBlocks))
        {
            Append(text, hunk, result);
        }

        return text.ToString();
    }

    /// <summary>Joins blocks whose context lines touch.</summary>
    private static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static void Append(StringBuilder text, List<DiffBlock> hunk, DiffResult result)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var before = Math.Min(Context, first.DeleteStartA);
        var (oldAt, newAt) = (first.DeleteStartA - before, first.InsertStartB - before);
        var end = Math.Min(last.DeleteStartA + last.DeleteCountA + Context, result.PiecesOld.Count);
        var added = hunk.Sum(block => block.InsertCountB) - hunk.Sum(block => block.DeleteCountA);
        text.Append(
            CultureInfo.InvariantCulture, $"@@ -{Range(oldAt, end - oldAt)} +{Range(newAt, end - oldAt + added)} @@\n");
        foreach (var block in hunk)
        {
            Lines(text, ' ', result.PiecesOld, oldAt, block.DeleteStartA);
            Lines(text, '-', result.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Lines(text, '+', result.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            oldAt = block.DeleteStartA + block.DeleteCountA;
        }

        Lines(text, ' ', result.PiecesOld, oldAt, end);
    }

    private static void Lines(StringBuilder text, char sign, IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(sign).Append(lines[i].TrimEnd('\n').TrimEnd('\r')).Append('\n');
            text.Append(lines[i].EndsWith('\n') ? "" : "\\ No newline at end of file\n");
        }
    }

    /// <summary>An empty range is placed at the line before it.</summary>
    private static string Range(int at, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{at},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{at + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{at + 1},{count}"),
    };

    /// <summary>Splits into lines with their line ends, so that a missing last line end is a difference.</summary>
    private sealed class LinesWithEnds : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = new List<string>();
            for (int at = 0, end; at < text.Length; at = end)
            {
                end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
                lines.Add(text[at..end]);
            }

            return lines;
        }
    }
}
