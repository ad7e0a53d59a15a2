using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// Hints for types and functions of shared code: what to load, what to declare, and what a type hides.
internal sealed partial class RecipeCompiler
{
    private const int LongestShown = 40;

    // A class that a word cannot make: one with required properties, one of lib/.
    private string? WordlessHint(CSharpCompilation compilation, string word)
    {
        var type = compilation.Options.Usings.Except(Usings)
            .SelectMany(space => TypesIn(compilation, space, word + nameof(Resource)))
            .FirstOrDefault(each => !each.IsAbstract && IsResource(each));
        if (type is null)
        {
            return null;
        }

        var required = Required(type).ToList();
        return required.Count == 0
            ? $"{type.Name} has no word: write Declare(new {type.Name}(...))"
            : $"{type.Name} has no word, since it has required properties: write Declare(new {type.Name}(...) {{ {string.Join(", ", required.Select(name => $"{name} = ..."))} }})";
    }

    private static IEnumerable<string> Required(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers()
                .Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                yield return member.Name;
            }
        }
    }

    // A name of lib/ that the script does not load: a type of another cookbook, or a function of a script.
    private string? LoadHint(SimpleNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        return FileOf(word, path => !SharedNames.IsOfResources(path) && !loads.Scripts.Contains(path)) is { } file
            ? $"{word} is in {file}: write #:include {(IsOwn(file) ? FromRecipes(file) : LoadPath.Prefix + file)}"
            : null;
    }

    // A type with the name of a word, such as Node, takes its place.
    private string? HidingHint(CSharpCompilation compilation, SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax hidden } access
        && access.Name == name
        && Words(compilation).Contains(hidden.Identifier.ValueText)
        && compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(hidden).Symbol is INamedTypeSymbol type
        && FileOf(hidden.Identifier.ValueText, _ => true) is { } file
            ? $"{type.Name} is the type of {file} here, which hides the word {type.Name}: give the type another name"
            : null;

    // The function that sets properties stands where another parameter is.
    private static string? ConfigureHint(CSharpCompilation compilation, SyntaxNode? node) =>
        node?.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call } argument
        && CandidatesOf(compilation, call).SelectMany(method => method.Parameters)
            .FirstOrDefault(parameter => parameter.Type.TypeKind == TypeKind.Delegate) is { } configure
            ? $"name the parameter: {NameOf(call.Expression)}(..., {configure.Name}: {ShortText(argument)})"
            : null;

    private static string? ListHint(CSharpCompilation compilation, SyntaxNode? node) =>
        node?.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call } argument
        && CandidatesOf(compilation, call).SelectMany(method => method.Parameters)
            .FirstOrDefault(parameter => parameter.Type is IArrayTypeSymbol list
                && compilation.ClassifyConversion(
                    compilation.GetSemanticModel(call.SyntaxTree).GetTypeInfo(argument.Expression).Type ?? list,
                    list.ElementType).IsImplicit) is { } array
            ? $"{array.Name} is a list: write [{argument}]"
            : null;

    private static IEnumerable<IMethodSymbol> CandidatesOf(
        CSharpCompilation compilation, InvocationExpressionSyntax call) =>
        compilation.GetSemanticModel(call.SyntaxTree).GetMemberGroup(call.Expression).OfType<IMethodSymbol>();

    private static string ShortText(ArgumentSyntax argument) =>
        $"{argument}" is { Length: <= LongestShown } text && !text.Contains('\n', StringComparison.Ordinal)
            ? text
            : "x => ...";

    private string? FileOf(string word, Func<string, bool> isWanted) => entry.Loadable()
        .Where(file => isWanted(file.Path))
        .FirstOrDefault(file => CSharpSyntaxTree.ParseText(file.Text, Parsing).GetCompilationUnitRoot().Members
            .SelectMany(NamesOf).Contains(word)).Path;

    private bool IsOwn(string path) => path.StartsWith($"{entry.Item.Cookbook}/", StringComparison.Ordinal);

    private static string FromRecipes(string path) => $"../{path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
}
