using System.Collections.Immutable;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Sdk.Sources;

/// <summary>The sources that the scripts of a cookbook and of its dependencies add to a script.</summary>
internal sealed class CookbookSources
{
    private readonly string entry;
    private readonly IReadOnlyList<ScriptText> scripts;
    private readonly CSharpCompilation compilation;

    /// <param name="entry">The logical path of the script that is built; empty when it is in no cookbook.</param>
    /// <param name="scripts">The other scripts.</param>
    /// <param name="references">The assemblies that they can use.</param>
    public CookbookSources(
        string entry, IReadOnlyList<ScriptText> scripts, ImmutableArray<MetadataReference> references)
    {
        (this.entry, this.scripts) = (entry, scripts);
        Namespaces = [.. scripts.Where(script => IsInScope(script, entry.Split('/')[0]))
            .Select(script => script.Namespace).OfType<string>().Distinct()];
        compilation = CSharpCompilation.Create(
            "words",
            scripts.Where(script => script.IsShared)
                .Select(script => Tree(script.Source, script.Path))
                .Append(Tree(Usings([]))),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The namespaces whose types scripts can name.</summary>
    private IReadOnlyList<string> Namespaces { get; }

    private IReadOnlyList<string> Aliases => RecipeCompiler.AliasesOf(compilation, Namespaces);

    /// <summary>What scripts can name without more words.</summary>
    public string Usings() => Usings(
        SharedNames.IsOfResources(entry) ? [RecipeCompiler.StepNamespace, .. Aliases] : Aliases);

    /// <summary>The members of the class that a recipe is: the words of the language and of resources.</summary>
    public string Words() => "#nullable enable\n#pragma warning disable\npartial class Program\n{\n"
        + $"{string.Join("\n", LanguageWords.In(compilation).Concat(ResourceWords()))}\n}}\n";

    // The lib/ of another cookbook is in scope when a script of the own one includes a file of it.
    private bool IsInScope(ScriptText script, string own) => script.Cookbook == own
        || SharedNames.IsOfResources(script.Path)
        || scripts.Any(other => other.Cookbook == own
            && other.Text.Contains($"{SharedNames.Prefix}{script.Cookbook}/lib/"));

    // A word of two classes is ambiguous, and a function of a script replaces a word.
    private IEnumerable<string> ResourceWords()
    {
        var declared = scripts.Where(script => script.HasFunctions).SelectMany(script => script.Declared).ToHashSet();
        return scripts.Select(script => script.Cookbook).Distinct()
            .SelectMany(cookbook => SharedCompiler.WordsOf(compilation, cookbook))
            .GroupBy(word => word.Name)
            .Where(words => !declared.Contains(words.Key) && words.Select(word => word.Type).Distinct().Count() == 1)
            .SelectMany(words => words)
            .Select(word => word.Declaration.Insert(word.Declaration.LastIndexOf('\n') + 1, "public static "));
    }

    private string Usings(IEnumerable<string> more) => string.Concat(RecipeCompiler.Usings
        .Concat(Namespaces.Select(SharedNames.InSource))
        .Append($"static {SharedCompiler.Context}")
        .Concat(more)
        .Select(name => $"global using {name};\n"));

    private static SyntaxTree Tree(string source, string path = "") => CSharpSyntaxTree.ParseText(
        source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), path);
}
