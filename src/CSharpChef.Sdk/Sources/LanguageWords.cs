using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Sdk.Sources;

/// <summary>
/// The words of the recipe language as static members of the class that a recipe is. They are for the compiler: the
/// program ends before it calls one.
/// </summary>
internal static class LanguageWords
{
    private const string Body = " => throw null!;";

    private static readonly SymbolDisplayFormat WithConstraints = SharedCompiler.Full
        .WithGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters);

    /// <summary>The members, with a reference to the documentation of each.</summary>
    public static IEnumerable<string> In(Compilation compilation) => MembersOf(compilation).SelectMany(Declarations);

    /// <summary>The public members of the context of recipes.</summary>
    public static IEnumerable<ISymbol> MembersOf(Compilation compilation) =>
        (compilation.GetTypeByMetadataName(SharedCompiler.Context)?.GetMembers() ?? [])
            .Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName)
            .OrderBy(member => member.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Declarations(ISymbol member) => member switch
    {
        IPropertySymbol property => [$"{Head(property)}{property.Type.ToDisplayString(SharedCompiler.Full)} @{property.Name}{Body}"],
        IMethodSymbol method => Declarations(method),
        _ => [],
    };

    // The compiler fills in the last parameters: authors who do not type them see the word without them.
    private static IEnumerable<string> Declarations(IMethodSymbol method)
    {
        var own = method.Parameters.Where(parameter => !IsOfCaller(parameter)).ToList();
        yield return Declaration(method, own.Select(Parameter));
        if (own.Count < method.Parameters.Length)
        {
            yield return Declaration(method, method.Parameters.Select(parameter =>
                parameter.Type.ToDisplayString(SharedCompiler.Full) + $" @{parameter.Name}"));
        }
    }

    private static string Declaration(IMethodSymbol method, IEnumerable<string> parameters)
    {
        var generic = method.TypeParameters.IsEmpty
            ? "" : $"<{string.Join(", ", method.TypeParameters.Select(each => each.Name))}>";
        return $"{Head(method)}{method.ReturnType.ToDisplayString(SharedCompiler.Full)} @{method.Name}{generic}({string.Join(", ", parameters)}){Constraints(method)}{Body}";
    }

    private static string Head(ISymbol member) =>
        $"/// <inheritdoc cref=\"{member.GetDocumentationCommentId()}\"/>\npublic static ";

    private static string Parameter(IParameterSymbol parameter) => (parameter.IsParams ? "params " : "")
        + $"{parameter.Type.ToDisplayString(SharedCompiler.Full)} @{parameter.Name}"
        + (parameter.HasExplicitDefaultValue
            ? $" = {SharedCompiler.Default(parameter.ExplicitDefaultValue, parameter.Type.ToDisplayString(SharedCompiler.Full))}"
            : "");

    private static bool IsOfCaller(IParameterSymbol parameter) => parameter.GetAttributes()
        .Any(each => each.AttributeClass?.Name is "CallerFilePathAttribute" or "CallerLineNumberAttribute");

    private static string Constraints(IMethodSymbol method)
    {
        var text = method.ToDisplayString(WithConstraints);
        var start = text.IndexOf(" where ", StringComparison.Ordinal);
        return start < 0 ? "" : text.Substring(start);
    }
}
