using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;

namespace CSharpChef.Editor.Answers.Strings;

/// <summary>What can be written in a string that names something of a cookbook.</summary>
internal static class TextCompletions
{
    /// <summary>The names; null when no such string is at the position.</summary>
    public static async Task<CompletionList?> AtAsync(BoundScript script, int position, CancellationToken ct)
    {
        if (script.Snapshot is not { } snapshot || await UsedText.FindAsync(script, position, ct) is not { } used)
        {
            return null;
        }

        try
        {
            var range = script.RangeOf(used.Span);
            var names = new NamedFiles(snapshot).Names(used.Use);
            return new CompletionList(false, [.. names.Select(name => ItemOf(name, used.Use, range))]);
        }
        catch (ChefException)
        {
            // A file that has the names cannot be read, which is among the findings.
            return CompletionList.Empty;
        }
    }

    private static CompletionItem ItemOf(string name, TextUse use, Protocol.Range range) => new(name)
    {
        Kind = use is TextUse.Attribute ? CompletionItemKind.Value : CompletionItemKind.File,
        TextEdit = new TextEdit(range, name),
    };
}
