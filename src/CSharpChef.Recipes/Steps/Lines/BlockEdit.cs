namespace CSharpChef.Recipes;

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
            if (old[i] != begin)
            {
                lines.Add(old[i]);
                continue;
            }

            lines.AddRange(written ? [] : block);
            written = true;
            i = Math.Max(i, Array.IndexOf(old, end, i));
        }

        return written ? lines : [.. lines, .. block];
    }
}
