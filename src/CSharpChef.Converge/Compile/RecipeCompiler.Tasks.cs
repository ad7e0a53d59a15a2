using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// A task that is taken for its result: `await` is missing.
internal sealed partial class RecipeCompiler
{
    private static readonly string[] awaited = [nameof(RecipeContext.Converge), nameof(RecipeContext.Query)];

    private static string? TaskHint(CSharpCompilation compilation, SyntaxNode? node)
    {
        var model = node is null ? null : compilation.GetSemanticModel(node.SyntaxTree);
        return model is null || Used(node!).FirstOrDefault(each => IsTask(model, each)) is not { } task ? null
            : IsCall(task) || IsCall(ValueOf(model, task)) ? "write `await` before Query(...)"
            : $"write `await` before {task}";
    }

    /// <summary>
    /// What an error is about: the expression, its parts, and what its member or element is looked for in.
    /// </summary>
    private static IEnumerable<ExpressionSyntax> Used(SyntaxNode node) => node
        .DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax)
        .Append((node.Parent as MemberAccessExpressionSyntax)?.Expression)
        .Append((node as ForEachStatementSyntax)?.Expression)
        .OfType<ExpressionSyntax>();

    private static bool IsTask(SemanticModel model, ExpressionSyntax expression) =>
        expression.Parent is not AwaitExpressionSyntax
        && model.GetTypeInfo(expression).Type is INamedTypeSymbol { Name: "Task", ContainingNamespace.Name: "Tasks" };

    private static bool IsCall(SyntaxNode? node) => node is InvocationExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(RecipeContext.Query) }
    };

    /// <summary>The value that a variable is declared with.</summary>
    private static ExpressionSyntax? ValueOf(SemanticModel model, ExpressionSyntax variable) =>
        (model.GetSymbolInfo(variable).Symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            as VariableDeclaratorSyntax)?.Initializer?.Value;

    // The compiler itself warns only inside async methods, and a helper function in a recipe may not be async. In a
    // text it prints the name of the type of a task.
    private static IEnumerable<Location> Unawaited(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes())
        .Where(node => node switch
        {
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => IsAwaitable(compilation, call),
            InterpolationSyntax hole => IsQueryResult(compilation, hole.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
                IsQueryResult(compilation, sum.Left) || IsQueryResult(compilation, sum.Right),
            _ => false,
        })
        .Select(node => node switch
        {
            ExpressionStatementSyntax statement => statement.Expression.GetLocation(),
            InterpolationSyntax hole => hole.Expression.GetLocation(),
            BinaryExpressionSyntax sum => (IsQueryResult(compilation, sum.Left) ? sum.Left : sum.Right).GetLocation(),
            _ => node.GetLocation(),
        });

    private static bool IsAwaitable(CSharpCompilation compilation, InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax name && awaited.Contains(name.Identifier.ValueText)
        && compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol?.ContainingType?.Name == nameof(
            RecipeContext);

    private static bool IsQueryResult(CSharpCompilation compilation, ExpressionSyntax expression)
    {
        // Types are found for variables and calls alone, since that takes time.
        var inner = expression is ParenthesizedExpressionSyntax { Expression: var nested } ? nested : expression;
        return inner is IdentifierNameSyntax or InvocationExpressionSyntax
            && IsTask(compilation.GetSemanticModel(inner.SyntaxTree), inner);
    }
}
