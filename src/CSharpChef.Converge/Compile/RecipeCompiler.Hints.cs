using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    internal const string ReferenceHint =
        "a recipe can use the framework, its cookbooks and NuGet packages: write #:package ID@VERSION, or #r \"nuget: ID, VERSION\"";

    private string? Hint(CSharpCompilation compilation, Diagnostic error)
    {
        var node = error.Location.SourceTree?.GetRoot()
            .FindNode(error.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        return SlipHint(compilation, error.Id, node) ?? (error.Id, node) switch
        {
            ("CS1504", LoadDirectiveTriviaSyntax load) => LoadPath.Hint(
                load.File.ValueText, load.SyntaxTree.FilePath, path => read(path) is not null),
            ("CS7099" or "CS0006", ReferenceDirectiveTriviaSyntax) => ReferenceHint,
            ("CS0246" or "CS0234", _) when node?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Name: { } space } =>
                $"a namespace of a NuGet package needs the package: write #:package ID@VERSION before it, such as #:package {space}@1.0.0",
            ("CS0019" or "CS0021" or "CS0029" or "CS0266" or "CS1061" or "CS1503" or "CS1579" or "CS1929" or "CS8121", _)
                when TaskHint(compilation, node) is { } hint => hint,
            (_, null) => null,
            _ when FormHint(compilation, error, node) is { } hint => hint,
            _ => Name(node) is { } name ? NameHint(compilation, error, name) : null,
        };
    }

    private static SimpleNameSyntax? Name(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault();

    private static string? NameHint(CSharpCompilation compilation, Diagnostic error, SimpleNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        return error.Id switch
        {
            "CS0103" when compilation.ScriptCompilationInfo is null && Words(compilation).Contains(word) =>
                $"{word} is a word of recipes, and this is a type of lib/ or resources/: a resource can call Context.{word}",
            "CS0119" when SharedTypeHint(compilation, word) is { } hint => hint,
            "CS0119" or "CS0103" or "CS0118" when compilation.GetTypeByMetadataName($"System.IO.{word}") is not null =>
                Words(compilation).Contains(word)
                    ? $"in a recipe, {word}(...) declares a {word.ToLowerInvariant()} on the node;"
                        + $" to read this machine write System.IO.{word}"
                    : $"to work with files of this machine write System.IO.{word}",
            "CS0103" or "CS0246" when compilation.GetTypeByMetadataName($"{StepNamespace}.{word}") is not null =>
                $"{word} is for resources: use it in a file of resources/, or write using {StepNamespace};",
            "CS0103" or "CS0246" => Meant(word, compilation.GetSemanticModel(name.SyntaxTree)
                .LookupSymbols(name.SpanStart).Where(symbol => symbol is IMethodSymbol || !IsCalled(name))
                .Select(symbol => symbol.Name).Concat(Words(compilation))),
            "CS1061" or "CS0117" => MemberHint(compilation, name) ?? Meant(word, MembersAt(compilation, name)),
            _ => null,
        };
    }

    private static bool IsCalled(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax call && call.Expression == name;

    private static string? MemberHint(CSharpCompilation compilation, SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? ChefMembers.Hint(
                TypeOf(compilation.GetSemanticModel(name.SyntaxTree), access.Expression)?.Name,
                name.Identifier.ValueText,
                access.Expression.ToString())
            : null;

    private static string? Meant(string word, IEnumerable<string> known)
    {
        var others = known.Where(name => name != word).Distinct().ToList();
        return (others.Find(name => ChefMembers.AreSame(name, word)) ?? Nearest.Of(word, others)) is { } near
            ? $"did you mean `{near}`?"
            : null;
    }

    private static IEnumerable<string> Words(CSharpCompilation compilation) =>
        Members(compilation.GetTypeByMetadataName(
            (compilation.ScriptCompilationInfo?.GlobalsType ?? typeof(RecipeContext)).FullName!));

    private static IEnumerable<string> MembersAt(CSharpCompilation compilation, SimpleNameSyntax name)
    {
        var model = compilation.GetSemanticModel(name.SyntaxTree);
        return name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => Members(TypeOf(model, access.Expression)),
            MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access
                ? Members(TypeOf(model, access.Expression))
                : [],
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax made } } =>
                Members(TypeOf(model, made)),
            _ => [],
        };
    }

    private static ITypeSymbol? TypeOf(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type ?? model.GetSymbolInfo(expression).Symbol as ITypeSymbol;

    private static IEnumerable<string> Members(ITypeSymbol? type, Func<ISymbol, bool>? isWanted = null)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers()
                .Where(m => m.CanBeReferencedByName && m.DeclaredAccessibility == Accessibility.Public)
                .Where(m => isWanted?.Invoke(m) ?? true))
            {
                yield return member.Name;
            }
        }
    }
}
