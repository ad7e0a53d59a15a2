using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile;

// The shared code that a recipe can use, and its words.
internal sealed partial class RecipeCompiler
{
    /// <summary>Adds the shared code of the cookbook and its dependencies, and their words as functions.</summary>
    /// <exception cref="RecipeException">Shared code does not compile.</exception>
    private CSharpCompilation WithShared(CSharpCompilation compilation)
    {
        if (entry.Shared.All.Count == 0)
        {
            return compilation;
        }

        var start = compilation.SyntaxTrees.Single(tree => tree.FilePath == LoadResolver.EntryPath);
        var declared = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetCompilationUnitRoot().Members).SelectMany(NamesOf).ToHashSet();
        var words = entry.Shared.WordsWithout(declared).Select(word => word.Declaration).ToList();
        var namespaces = entry.Shared.NamespacesWith(loads.Shared).ToList();
        var withTypes = compilation.AddReferences(entry.Shared.All.Select(References.OfShared));
        return withTypes
            .WithOptions(compilation.Options.WithUsings(Usings.Concat(namespaces).ToArray())
                .WithSourceReferenceResolver(WithAliases(AliasesOf(withTypes, namespaces))))
            .ReplaceSyntaxTree(start, EntryTree($"{entry.Text}#line hidden\n#pragma warning disable\n{string.Join('\n', words)}\n"));
    }

    private LoadResolver WithAliases(IReadOnlyList<string> aliases) =>
        aliases.Count == 0 ? loads : new LoadResolver(entry, read) { Aliases = aliases };

    private static string? SharedTypeHint(CSharpCompilation compilation, string word) => compilation.Options.Usings
        .Except(Usings)
        .SelectMany(name => TypesIn(compilation, name, word))
        .FirstOrDefault() is { } type ? $"{word} is a word too: write {type} for the type" : null;

    private string? AmbiguityHint(string word) => entry.Shared.ClassesOf(word) is [_, ..] classes
        ? $"{word} is the word of {string.Join(" and of ", classes.Select(each => $"{each.Type["global::".Length..]} ({each.Place})"))}: write Declare(new {classes[0].Type["global::".Length..]}(...)), or give one of them another name"
        : null;
}
