using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Answers.Strings;

/// <summary>A string that names something of a cookbook.</summary>
/// <param name="Use">What it names.</param>
/// <param name="Text">The text.</param>
/// <param name="Span">The part of the document between the quotes.</param>
internal sealed record UsedText(TextUse Use, string Text, TextSpan Span)
{
    /// <summary>The string at a position; null when there is none, or it names nothing of a cookbook.</summary>
    public static async Task<UsedText?> FindAsync(BoundScript script, int position, CancellationToken ct)
    {
        var root = await script.Document.GetSyntaxRootAsync(ct);
        var token = root!.FindToken(Math.Max(position - 1, 0));
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent is not LiteralExpressionSyntax literal
            || !token.Text.StartsWith('"') || position <= token.SpanStart)
        {
            return null;
        }

        var isClosed = token.Text.Length > 1 && token.Text.EndsWith('"');
        var span = TextSpan.FromBounds(token.SpanStart + 1, token.Span.End - (isClosed ? 1 : 0));
        var model = await script.Document.GetSemanticModelAsync(ct);
        return position <= span.End && UseOf(model!, literal) is { } use
            ? new UsedText(use, token.ValueText, span)
            : null;
    }

    private static TextUse? UseOf(SemanticModel model, LiteralExpressionSyntax literal) => literal.Parent switch
    {
        AssignmentExpressionSyntax { Left: var left, Right: var right } when right == literal => UseOf(model, left),
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access } }
            when IsNode(model, access.Expression) => TextUse.Attribute,
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } => UseOf(model, call),
        _ => null,
    };

    // t.Source = "site.conf", or Source = "site.conf" between the braces of an object.
    private static TextUse? UseOf(SemanticModel model, ExpressionSyntax left)
    {
        var type = left switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Source" } access =>
                model.GetTypeInfo(access.Expression).Type,
            IdentifierNameSyntax { Identifier.ValueText: "Source" } name =>
                model.GetSymbolInfo(name).Symbol?.ContainingType,
            _ => null,
        };
        return type?.Name switch
        {
            nameof(TemplateResource) => TextUse.Template,
            nameof(CookbookFileResource) => TextUse.File,
            _ => null,
        };
    }

    private static TextUse? UseOf(SemanticModel model, InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: nameof(RecipeContext.Include) } => TextUse.Recipe,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Node.Bind), Expression: var node }
            when IsNode(model, node) => TextUse.Attribute,
        _ => null,
    };

    private static bool IsNode(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type is { Name: nameof(Node), ContainingNamespace.Name: "Recipes" };
}
