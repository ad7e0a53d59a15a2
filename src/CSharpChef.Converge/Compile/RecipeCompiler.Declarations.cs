using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CSharpChef.Converge.Compile;

// The calls that declare resources, for reports about what tests cover.
internal sealed partial class RecipeCompiler
{
    private const string LineAttribute = "CallerLineNumberAttribute";

    private static IEnumerable<DeclarationSite> Declarations(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        let method = model.GetSymbolInfo(call).Symbol as IMethodSymbol
        where method is not null && Declares(method) && GivesItsLine(model, call)
        select new DeclarationSite(tree.FilePath, LineOf(call), method.Name);

    // A word of recipes, or a function of a cookbook that passes its caller's line to one.
    private static bool Declares(IMethodSymbol method) =>
        method.Parameters.Any(IsLine)
        && (IsResource(method.ReturnType) || method.ContainingType.Name != nameof(RecipeContext));

    private static bool IsResource(ITypeSymbol? type) => type switch
    {
        null => false,
        { Name: nameof(Resource), ContainingNamespace: { } space } when $"{space}" == "CSharpChef.Recipes" => true,
        ITypeParameterSymbol { ConstraintTypes: [var constraint, ..] } => IsResource(constraint),
        _ => IsResource(type.BaseType),
    };

    // A call that passes a line declares the resource elsewhere: at the call of the function that it is in.
    private static bool GivesItsLine(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetOperation(call) is IInvocationOperation operation
        && operation.Arguments.Any(each => each.ArgumentKind == ArgumentKind.DefaultValue && IsLine(each.Parameter));

    private static bool IsLine(IParameterSymbol? parameter) =>
        parameter?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == LineAttribute) == true;

    // The line that the compiler passes is that of the parenthesis.
    private static int LineOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.OpenParenToken.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
