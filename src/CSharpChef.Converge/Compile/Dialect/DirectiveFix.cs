using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>Replaces the directives of scripts by those of C# files. It uses Roslyn.</summary>
internal static class DirectiveFix
{
    /// <summary>The directives that are for scripts only, each with what to write.</summary>
    public static IEnumerable<(Location At, string Text)> Findings(SyntaxTree tree) => Of(tree).Select(found =>
        (found.At.GetLocation(), $"{(found.At is LoadDirectiveTriviaSyntax ? "#load" : "#r")} is for scripts only: write {found.Right}"));

    public static IEnumerable<ScriptChange> Changes(SyntaxTree tree) => Of(tree).Select(found =>
        new ScriptChange(tree.FilePath, found.At.SpanStart, Text(found.At).Length, CommentOf(found.At) + found.Right));

    private static IEnumerable<(DirectiveTriviaSyntax At, string Right)> Of(SyntaxTree tree) => tree.GetRoot()
        .GetFirstToken(includeZeroWidth: true).LeadingTrivia
        .Select(trivia => trivia.GetStructure())
        .OfType<DirectiveTriviaSyntax>()
        .Where(directive => directive.IsActive)
        .Select(directive => (directive, RightOf(tree, directive)!))
        .Where(found => found.Item2 is not null);

    private static string? RightOf(SyntaxTree tree, DirectiveTriviaSyntax directive) => directive switch
    {
        LoadDirectiveTriviaSyntax load => $"#:include {load.File.ValueText}",
        ReferenceDirectiveTriviaSyntax when RecipeCompiler.Read(tree, tree.ToString(), directive) is { } package =>
            DirectiveText.PackageOf(package) is var (id, version, _)
                ? $"#:package {id}{(version is null ? "" : $"@{version}")}"
                : null,
        _ => null,
    };

    // Without the end of the line.
    private static string Text(DirectiveTriviaSyntax directive) => directive.ToString().TrimEnd();

    // On a line of its own: #: would take it for a part of its text.
    private static string CommentOf(DirectiveTriviaSyntax directive) => string.Concat(directive.DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
        .Select(comment => $"{comment}\n"));
}
