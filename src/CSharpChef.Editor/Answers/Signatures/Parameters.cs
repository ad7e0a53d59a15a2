using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Answers.Signatures;

/// <summary>The parameters of a method or an indexer.</summary>
internal static class Parameters
{
    /// <summary>Those that an author writes.</summary>
    public static IReadOnlyList<IParameterSymbol> Written(ISymbol method) =>
        [.. All(method).Where(parameter => !IsFilledIn(parameter))];

    /// <summary>Those that the compiler fills in with the place of the call.</summary>
    public static IEnumerable<IParameterSymbol> FilledIn(ISymbol method) => All(method).Where(IsFilledIn);

    private static IEnumerable<IParameterSymbol> All(ISymbol method) => method switch
    {
        IMethodSymbol called => called.Parameters,
        IPropertySymbol indexer => indexer.Parameters,
        _ => [],
    };

    private static bool IsFilledIn(IParameterSymbol parameter) => parameter.GetAttributes()
        .Any(each => each.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true);
}
