using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    private const string Indent = "\n    ";

    private string? Hint(CSharpCompilation compilation, Diagnostic error)
    {
        var node = error.Location.SourceTree?.GetRoot()
            .FindNode(error.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        return SlipHint(compilation, error.Id, node) ?? (error.Id, node) switch
        {
            ("CS1504", LoadDirectiveTriviaSyntax load) => LoadHint(load),
            ("CS7099" or "CS0006", ReferenceDirectiveTriviaSyntax) =>
                "a recipe can use the framework and its cookbooks, and no #r",
            ("CS0029" or "CS1503", _) when AsksNode(node) => "write `await` before Query(...)",
            (_, null) => null,
            _ => Name(node) is { } name ? NameHint(compilation, error, name) : null,
        };
    }

    private static string LoadHint(LoadDirectiveTriviaSyntax load)
    {
        var candidates = LoadPath.Candidates(load.File.ValueText, load.SyntaxTree.FilePath);
        return LoadPath.IsOfStacks(load.SyntaxTree.FilePath)
            ? "a stack can load the files of its folder, and of those below it"
            : candidates.Count > 0
                ? $"there is no {string.Join(" or ", candidates)} in the cookbooks, or it is a link that leads out of them"
            : $"a recipe can only load files of its cookbook; write \"{LoadPath.Prefix}name/folder/file.csx\" for another one's";
    }

    private static bool AsksNode(SyntaxNode? node) =>
        node?.DescendantNodesAndSelf().FirstOrDefault(inner => inner is ExpressionSyntax)
        is InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax
            {
                Identifier.ValueText: nameof(
            RecipeContext.Query)
            }
        };

    private static SimpleNameSyntax? Name(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault();

    private static string? NameHint(CSharpCompilation compilation, Diagnostic error, SimpleNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        return error.Id switch
        {
            "CS0119" or "CS0103" or "CS0118" when compilation.GetTypeByMetadataName($"System.IO.{word}") is not null =>
                Words(compilation).Contains(word)
                    ? $"in a recipe, {word}(...) declares a {word.ToLowerInvariant()} on the node;"
                        + $" to read this machine write System.IO.{word}"
                    : $"to work with files of this machine write System.IO.{word}",
            "CS0103" or "CS0246" => Meant(word, compilation.GetSemanticModel(name.SyntaxTree)
                .LookupSymbols(name.SpanStart).Select(symbol => symbol.Name).Concat(Words(compilation))),
            "CS1061" or "CS0117" => Meant(word, MembersAt(compilation, name)),
            _ => null,
        };
    }

    private static string? Meant(string word, IEnumerable<string> known) =>
        Nearest.Of(word, known.Where(name => name != word).Distinct()) is { } near ? $"did you mean `{near}`?" : null;

    private static IEnumerable<string> Words(CSharpCompilation compilation) =>
        Members(compilation.GetTypeByMetadataName(compilation.ScriptCompilationInfo!.GlobalsType!.FullName!));

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

    // The compiler itself warns only inside async methods, and a helper function in a recipe may not be async.
    private static IEnumerable<Location> Unawaited(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>())
        .Select(statement => statement.Expression)
        .OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is IdentifierNameSyntax name
            && name.Identifier.ValueText is nameof(RecipeContext.Converge) or nameof(RecipeContext.Query)
            && compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol?.ContainingType?.Name == nameof(
                RecipeContext))
        .Select(call => call.GetLocation());
}
