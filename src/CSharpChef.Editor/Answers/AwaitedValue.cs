using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Answers;

/// <summary>A value behind <c>await</c> that is not written yet.</summary>
internal static class AwaitedValue
{
    /// <summary>
    /// The script with a value at an offset behind <c>await</c>: without one, the compiler takes that for a name.
    /// </summary>
    public static async Task<BoundScript> WithAsync(BoundScript script, int offset, CancellationToken ct)
    {
        var root = await script.Document.GetSyntaxRootAsync(ct);
        var before = root!.FindToken(Math.Max(offset - 1, 0));
        if (!script.IsScript || before.Text != "await" || before.Span.End >= offset || IsWritten(script.Source, offset))
        {
            return script;
        }

        var source = script.Source.WithChanges(new TextChange(new TextSpan(offset, 0), "\"\""));
        return script with { Document = script.Document.WithText(source), Source = source };
    }

    private static bool IsWritten(SourceText source, int offset) =>
        offset < source.Length && source[offset] is not (';' or ')' or ' ' or '\r' or '\n');
}
