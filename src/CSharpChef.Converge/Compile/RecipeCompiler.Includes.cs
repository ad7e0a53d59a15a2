using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>The names in calls of Include. A name that a recipe computes is known only when it runs.</summary>
    private static IEnumerable<string> IncludedNames(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Select(IncludedName)
        .OfType<string>();

    private static string? IncludedName(InvocationExpressionSyntax call) => call is
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(RecipeContext.Include) },
        ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }],
    }
        ? name
        : null;
}
