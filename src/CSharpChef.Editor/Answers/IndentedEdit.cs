using CSharpChef.Editor.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Answers;

/// <summary>The edit of an item that inserts lines.</summary>
internal static class IndentedEdit
{
    /// <summary>
    /// The edit with the indentation of its line. The document of shared code has its types in a namespace, so that the
    /// services indent each line once more.
    /// </summary>
    public static TextEdit Of(SourceText text, TextEdit edit)
    {
        var start = edit.Range.Start;
        var before = text.Lines[start.Line].ToString()[..start.Character];
        var excess = edit.NewText[..^edit.NewText.TrimStart(' ').Length];
        return excess.Length > 0 && before.Length > 0 && string.IsNullOrWhiteSpace(before)
            ? edit with { NewText = edit.NewText[excess.Length..].Replace($"\n{excess}", "\n", StringComparison.Ordinal) }
            : edit;
    }
}
