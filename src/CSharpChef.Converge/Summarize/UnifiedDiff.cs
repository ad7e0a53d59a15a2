using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace CSharpChef.Converge;

/// <summary>The difference of two texts as diff -u shows it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string path, string old, string @new)
    {
        var result = Differ.Instance.CreateLineDiffs(old, @new, ignoreWhitespace: false);
        var text = new StringBuilder($"--- {path}\n+++ {path}\n");
        foreach (var hunk in Hunks(result.DiffBlocks))
        {
            Append(text, hunk, result);
        }

        return text.ToString();
    }

    /// <summary>Blocks whose context touches stand together.</summary>
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
        var end = Math.Min(last.DeleteStartA + last.DeleteCountA + Context, Lines(result.PiecesOld));
        var added = hunk.Sum(block => block.InsertCountB) - hunk.Sum(block => block.DeleteCountA);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"@@ -{oldAt + 1},{end - oldAt} +{newAt + 1},{end - oldAt + added} @@\n");
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
            if (i < lines.Count - 1 || lines[i].Length > 0)
            {
                text.Append(sign).Append(lines[i].TrimEnd('\r')).Append('\n');
            }
        }
    }

    // A text that ends with a line end has an empty piece after it.
    private static int Lines(IReadOnlyList<string> pieces) => pieces.Count > 0 && pieces[^1].Length == 0 ? pieces.Count - 1 : pieces.Count;
}
