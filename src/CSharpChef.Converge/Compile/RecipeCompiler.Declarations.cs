using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CSharpChef.Converge.Compile;

// The calls that declare resources, for reports about what tests cover.
internal sealed partial class RecipeCompiler
{
    private const string LineAttribute = "CallerLineNumberAttribute";
    private const string FileAttribute = "CallerFilePathAttribute";

    private static IReadOnlyList<DeclaringCall> DeclaringCalls(CSharpCompilation compilation) =>
    [
        .. from tree in compilation.SyntaxTrees
           let model = compilation.GetSemanticModel(tree)
           from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
           let method = model.GetSymbolInfo(call).Symbol as IMethodSymbol
           where method is not null && Declares(method)
           let left = LeftOut(model, call)
           where left.Any(IsLine)
           select new DeclaringCall(call, method.Name, left.FirstOrDefault(IsFile)?.Name),
    ];

    // The calls on a line that has several of them. None when a column cannot be passed.
    private static IEnumerable<DeclaringCall> CrowdedCalls(IEnumerable<DeclaringCall> calls) => calls
        .GroupBy(call => (call.Path, call.Line))
        .Where(line => line.Count() > 1 && line.All(call => call.File is not null))
        .SelectMany(line => line);

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
    private static IReadOnlyList<IParameterSymbol> LeftOut(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetOperation(call) is IInvocationOperation operation
            ? [.. operation.Arguments.Where(each => each.ArgumentKind == ArgumentKind.DefaultValue)
                .Select(each => each.Parameter).OfType<IParameterSymbol>()]
            : [];

    private static bool IsLine(IParameterSymbol parameter) => Has(parameter, LineAttribute);

    private static bool IsFile(IParameterSymbol parameter) => Has(parameter, FileAttribute);

    private static bool Has(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().Any(each => each.AttributeClass?.Name == attribute);
}
