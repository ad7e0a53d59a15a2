namespace CSharpChef.Recipes.Steps;

/// <summary>
/// Writes or removes a block of lines between two markers. Of several blocks with one name the first is written and the
/// others are removed. When an end marker is missing, the block is its begin marker alone: the lines after it stay.
/// </summary>
internal static class BlockEdit
{
    /// <param name="old">The lines of the file.</param>
    /// <param name="name">The block's name.</param>
    /// <param name="text">The lines of the block; null removes it.</param>
    public static List<string> Apply(string[] old, string name, string[]? text)
    {
        var (begin, end) = ($"# BEGIN {name}", $"# END {name}");
        List<string> block = text is null ? [] : [begin, .. text, end];
        var lines = new List<string>();
        var written = false;
        for (var i = 0; i < old.Length; i++)
        {
            if (!LineEnds.IsSame(old[i], begin))
            {
                lines.Add(old[i]);
                continue;
            }

            var last = Math.Max(i, Array.FindIndex(old, i, line => LineEnds.IsSame(line, end)));
            lines.AddRange(written ? [] : Written(block, old[i..(last + 1)]));
            written = true;
            i = last;
        }

        return written ? lines : [.. lines, .. Ended(block, old.Length > 0 && LineEnds.HasReturn(old[0]))];
    }

    // A block that has the wanted lines keeps their line ends.
    private static IEnumerable<string> Written(List<string> block, string[] old) =>
        block.Count == old.Length && old.Zip(block).All(pair => LineEnds.IsSame(pair.First, pair.Second))
            ? old
            : Ended(block, LineEnds.HasReturn(old[0]));

    private static IEnumerable<string> Ended(List<string> block, bool withReturns) =>
        block.Select(line => LineEnds.WithReturn(line, withReturns));
}
