using System.Text.RegularExpressions;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;

namespace CSharpChef.Editor.Answers.Strings;

/// <summary>The scripts that a directive <c>#:include</c> can name.</summary>
internal static partial class IncludeCompletions
{
    /// <summary>The scripts; null when no such directive is at the position.</summary>
    public static CompletionList? At(BoundScript script, Position position)
    {
        if (script.Snapshot is not { } snapshot || position.Line >= script.Text.Lines.Count)
        {
            return null;
        }

        var path = Directive().Match(script.Text.Lines[position.Line].ToString()).Groups["path"];
        if (!path.Success || position.Character < path.Index)
        {
            return null;
        }

        var range = new Protocol.Range(
            new(position.Line, path.Index), new(position.Line, path.Index + path.Length));
        return new CompletionList(false, [.. new NamedFiles(snapshot).Includes(script.LogicalPath)
            .Select(name => new CompletionItem(name)
            {
                Kind = CompletionItemKind.File,
                TextEdit = new TextEdit(range, name),
            })]);
    }

    [GeneratedRegex(@"^\s*#:include\s+(?<path>\S*)\s*$")]
    private static partial Regex Directive();
}
