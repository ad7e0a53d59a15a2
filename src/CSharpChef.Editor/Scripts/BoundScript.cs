using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Scripts;

/// <summary>A script as the compiler understands it, and how its positions differ from those of the text.</summary>
/// <param name="Document">The script with all that it can use.</param>
/// <param name="Text">The text in the editor.</param>
/// <param name="Source">The text of the document.</param>
internal sealed record BoundScript(Document Document, SourceText Text, SourceText Source)
{
    /// <summary>
    /// Where the document of shared code has more characters than the text; null for others, which have the same lines.
    /// </summary>
    public IReadOnlyList<(int Position, int Count)>? Insertions { get; init; }

    /// <summary>The URI of the text.</summary>
    public string Uri { get; init; } = "";

    /// <summary>The cookbook of the script; null outside all cookbooks.</summary>
    public CookbookSnapshot? Snapshot { get; init; }

    /// <summary>The logical path in that cookbook, such as <c>web/recipes/default.csx</c>.</summary>
    public string LogicalPath { get; init; } = "";

    /// <summary>Whether this is a script, whose words are functions, and not shared code.</summary>
    public bool IsScript => Insertions is null;

    public int PositionOf(Position position)
    {
        var offset = Text.OffsetOf(position);
        return Insertions is null
            ? Source.OffsetOf(position)
            : offset + Insertions.Where(each => each.Position <= offset).Sum(each => each.Count);
    }

    /// <summary>The range of the text for a part of the document.</summary>
    public Protocol.Range RangeOf(TextSpan span) => Insertions is null
        ? Source.RangeOf(span)
        : Text.RangeOf(TextSpan.FromBounds(OffsetOf(span.Start), OffsetOf(span.End)));

    private int OffsetOf(int position)
    {
        var offset = position;
        foreach (var (start, count) in Insertions!)
        {
            if (start + count > offset)
            {
                return Math.Max(Math.Min(offset, start), 0);
            }

            offset -= count;
        }

        return Math.Clamp(offset, 0, Text.Length);
    }
}
