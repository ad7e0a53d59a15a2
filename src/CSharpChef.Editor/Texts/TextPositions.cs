using CSharpChef.Editor.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Texts;

/// <summary>
/// Positions of the protocol as offsets in a text. What lies behind the end of a line counts as its end.
/// </summary>
internal static class TextPositions
{
    public static int OffsetOf(this SourceText text, Position position)
    {
        if (position.Line < 0 || position.Line >= text.Lines.Count)
        {
            return position.Line < 0 ? 0 : text.Length;
        }

        var line = text.Lines[position.Line];
        return line.Start + Math.Clamp(position.Character, 0, line.Span.Length);
    }

    public static TextSpan SpanOf(this SourceText text, Protocol.Range range)
    {
        var start = text.OffsetOf(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, text.OffsetOf(range.End)));
    }

    public static Protocol.Range RangeOf(this SourceText text, TextSpan span) =>
        text.Lines.GetLinePositionSpan(span).ToRange();

    public static Protocol.Range ToRange(this LinePositionSpan span) => new(
        new(span.Start.Line, span.Start.Character), new(span.End.Line, span.End.Character));
}
