using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile;

// A type of shared code hides one of the framework and of the recipe language, as a type of the recipe does.
internal sealed partial class RecipeCompiler
{
    /// <summary>
    /// The aliases that a source file needs, such as <c>Version = global::Cookbooks.web.Version</c>: types of shared
    /// code that have the name of a type that every script can use.
    /// </summary>
    /// <param name="compilation">The compilation with that code.</param>
    /// <param name="namespaces">The namespaces of shared code that are in scope.</param>
    internal static IReadOnlyList<string> AliasesOf(CSharpCompilation compilation, IEnumerable<string> namespaces) =>
        [.. namespaces.SelectMany(name => TypesIn(compilation, name))
            .GroupBy(type => type.Name)
            .Where(types => types.Count() == 1
                && Usings.SelectMany(name => TypesIn(compilation, name, types.Key)).Any())
            .Select(types => $"{types.Key} = {types.Single().ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}")];

    private static IEnumerable<INamedTypeSymbol> TypesIn(
        CSharpCompilation compilation, string name, string? type = null)
    {
        var space = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            space = space?.GetNamespaceMembers().FirstOrDefault(each => each.Name == part);
        }

        return ((type is null ? space?.GetTypeMembers() : space?.GetTypeMembers(type)) ?? [])
            .Where(each => each is { Arity: 0, DeclaredAccessibility: Accessibility.Public });
    }

    /// <summary>
    /// Adds namespaces and aliases before the first token of a script, except those that it has. Lines and columns
    /// stay.
    /// </summary>
    private static string WithUsings(string script, IReadOnlyList<string> usings)
    {
        var tree = CSharpSyntaxTree.ParseText(script, Parsing);
        var root = tree.GetCompilationUnitRoot();
        var own = root.Usings.Select(each => $"{each.Alias?.Name ?? each.NamespaceOrType}").ToHashSet();
        var missing = usings.Where(each => !own.Contains(each.Split(' ')[0])).ToList();
        var token = root.GetFirstToken();
        if (missing.Count == 0 || token.IsKind(SyntaxKind.None))
        {
            return script;
        }

        var at = tree.GetLineSpan(token.Span).StartLinePosition;
        var text = new StringBuilder("\n");
        missing.ForEach(each => text.Append("using ").Append(each).Append(";\n"));
        return script.Insert(
            token.SpanStart, text.Append($"#line {at.Line + 1}\n{new string(' ', at.Character)}").ToString());
    }
}
