using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    private const string NuGet = "nuget:";

    /// <summary>The directives of a script that stand before its first statement.</summary>
    /// <param name="path">The path of the script as their places name it.</param>
    /// <param name="script">The text of the script.</param>
    public static IReadOnlyList<ScriptDirective> DirectivesOf(string path, string script)
    {
        var tree = CSharpSyntaxTree.ParseText(script, Parsing, path);
        return [.. tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia
            .Select(trivia => trivia.GetStructure())
            .OfType<DirectiveTriviaSyntax>()
            .Where(directive => directive.IsActive)
            .Select(directive => Read(tree, script, directive))
            .OfType<ScriptDirective>()];
    }

    internal static ScriptDirective? Read(SyntaxTree tree, string script, DirectiveTriviaSyntax directive)
    {
        var start = directive.SpanStart;
        var at = tree.GetLineSpan(directive.Span).StartLinePosition;
        var place = $"{tree.FilePath}:{at.Line + 1}:{at.Character + 1}";
        switch (directive)
        {
            case IgnoredDirectiveTriviaSyntax:
                var rest = script.AsSpan(start);
                var line = (rest.IndexOfAny('\r', '\n') is var end and >= 0 ? rest[..end] : rest).TrimEnd().ToString();
                var name = new string([.. line[2..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
                var text = line[(2 + name.Length)..].Trim();
                return new ScriptDirective(
                    name, text, start, start + line.Length - text.Length, start + line.Length, place);
            case ReferenceDirectiveTriviaSyntax { File.ValueText: var file } reference
                when file.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase):
                return new ScriptDirective(
                    ScriptDirective.Reference,
                    file[NuGet.Length..].Trim(),
                    start,
                    reference.File.SpanStart,
                    reference.File.Span.End,
                    place);
            default:
                return null;
        }
    }
}
