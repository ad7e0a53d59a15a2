using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// Hints for values of another type than the one that is wanted.
internal sealed partial class RecipeCompiler
{
    private static readonly string[] facts = [nameof(Recipes.Platform), nameof(Kernel), nameof(Cpu), nameof(Memory)];

    private static string? ValueHint(CSharpCompilation compilation, SyntaxNode? node)
    {
        var model = node is null ? null : compilation.GetSemanticModel(node.SyntaxTree);
        return model is null ? null : FactHint(model, node!) ?? TimeHint(model, node!);
    }

    // Chef: node['platform'] == 'debian'. Ours: Node.Platform.Name == "debian".
    private static string? FactHint(SemanticModel model, SyntaxNode node) =>
        Compared(node).OfType<ExpressionSyntax>().FirstOrDefault(each => IsFact(model, each)) is { } fact
            ? $"{fact} has {string.Join(", ", FactsOf(model, fact))}: write {fact}.{FactsOf(model, fact).First()}"
            : null;

    private static IEnumerable<SyntaxNode> Compared(SyntaxNode node) =>
        new[]
        {
            node,
            node.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression,
            (node.FirstAncestorOrSelf<SwitchLabelSyntax>()?.Parent?.Parent as SwitchStatementSyntax)?.Expression,
            node.FirstAncestorOrSelf<SwitchExpressionArmSyntax>() is { Pattern: var pattern, Parent: var all }
                && pattern.Span.Contains(node.Span) ? (all as SwitchExpressionSyntax)?.GoverningExpression : null,
        }.OfType<SyntaxNode>().SelectMany(each => each.DescendantNodesAndSelf());

    private static bool IsFact(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type is { } type && facts.Contains(type.Name)
        && type.ContainingAssembly?.Name == typeof(Recipes.Platform).Assembly.GetName().Name
        && expression.Parent is not MemberAccessExpressionSyntax;

    private static IEnumerable<string> FactsOf(SemanticModel model, ExpressionSyntax fact) =>
        Members(model.GetTypeInfo(fact).Type, symbol => symbol is IPropertySymbol);

    private static string? TimeHint(SemanticModel model, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } set && set.Right == node
        && model.GetTypeInfo(set.Left).Type?.ToString()?.TrimEnd('?') == "System.TimeSpan"
            ? $"a time is a TimeSpan: TimeSpan.FromSeconds({(set.Right.IsKind(SyntaxKind.NumericLiteralExpression) ? set.Right : 5)})"
            : null;
}
