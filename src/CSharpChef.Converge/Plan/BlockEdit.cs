namespace CSharpChef.Converge.Plan;

/// <summary>
/// Puts lines between two markers. Of several blocks of one name the first stays; of a block without its end only the
/// begin marker is ours, and what follows it is left alone.
/// </summary>
internal static class BlockEdit
{
    /// <param name="old">The lines of the file.</param>
    /// <param name="name">The block's name.</param>
    /// <param name="text">The lines of the block; null when there shall be none.</param>
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
