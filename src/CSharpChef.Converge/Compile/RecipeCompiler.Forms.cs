using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// Hints for forms of other languages: a call without parentheses, an object without new, an action as a statement.
internal sealed partial class RecipeCompiler
{
    private static string? FormHint(CSharpCompilation compilation, Diagnostic error, SyntaxNode node)
    {
        var at = node.SyntaxTree.GetRoot().FindToken(error.Location.SourceSpan.Start);
        return (error.Id, node) switch
        {
            ("CS1525", _) when at.IsKind(SyntaxKind.OpenBraceToken) && at.GetPreviousToken().IsKind(SyntaxKind.EqualsToken) =>
                "write an object as new { name = value }, a list as [value]",
            ("CS0103" or "CS0246", SimpleNameSyntax name) => CallHint(compilation, name.Identifier),
            // An unknown word has an error of its own.
            ("CS1002", _) when Words(compilation).Contains(at.GetPreviousToken().ValueText) =>
                CallHint(compilation, at.GetPreviousToken()),
            ("CS1002", _) when Words(compilation).Contains(at.ValueText) => CallHint(compilation, at),
            ("CS0201", ExpressionSyntax) => StatementHint(compilation, node),
            _ => null,
        };
    }

    // Chef: package "nginx". Ours: Package("nginx").
    private static string? CallHint(CSharpCompilation compilation, SyntaxToken word)
    {
        var argument = word.GetNextToken();
        return word.IsKind(SyntaxKind.IdentifierToken)
            && (argument.IsKind(SyntaxKind.StringLiteralToken) || argument.IsKind(SyntaxKind.CharacterLiteralToken))
            && Words(compilation).FirstOrDefault(known => ChefMembers.AreSame(known, word.ValueText)) is { } call
                ? $"write the call with parentheses: {call}(\"{argument.Text.Trim('"', '\'')}\")"
                : null;
    }

    private static string? StatementHint(CSharpCompilation compilation, SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault() is { } access
        && IsAction(compilation, access.Name)
            ? $"choose actions with Do: {access.Expression}.Do({access})"
            : null;
}
