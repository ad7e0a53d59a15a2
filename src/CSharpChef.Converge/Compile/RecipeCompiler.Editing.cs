using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile;

// What an editor needs to understand a script as this compiler does, also while it has mistakes.
internal sealed partial class RecipeCompiler
{
    /// <summary>Finds the scripts that a script loads.</summary>
    public SourceReferenceResolver Loads => new LoadResolver(entry, read);

    /// <summary>What a script can use. Directives with mistakes count for nothing.</summary>
    public ScriptSurroundings Surroundings()
    {
        var compilation = OfEntry();
        var declared = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetCompilationUnitRoot().Members).SelectMany(NamesOf).ToHashSet();
        return new ScriptSurroundings
        {
            Namespaces = [.. Usings, .. entry.Shared.NamespacesWith(loads.Shared)],
            Words = [.. entry.Shared.WordsWithout(declared).Select(word => word.Declaration)],
            References = ReferencesOf(loads.Directives),
            Loaded = [.. loads.Tried],
        };
    }

    /// <summary>The assemblies of the packages that directives name, and of those that shared code names.</summary>
    internal IReadOnlyList<MetadataReference> ReferencesOf(IEnumerable<ScriptDirective> directives)
    {
        try
        {
            entry.Packages?.RequireUsable();
            var none = CSharpCompilation.Create(assemblyName: null);
            return [.. With(none, PackagesOf(directives, [])).References];
        }
        catch (RecipeException)
        {
            // The error is among the findings; the packages are missing from what is offered.
            return [];
        }
    }

    /// <summary>What surrounds a script.</summary>
    internal sealed record ScriptSurroundings
    {
        public required IReadOnlyList<string> Namespaces { get; init; }

        /// <summary>The functions that are the words of shared code, as source code.</summary>
        public required IReadOnlyList<string> Words { get; init; }

        public required IReadOnlyList<MetadataReference> References { get; init; }

        /// <summary>The logical paths of the scripts that were looked for.</summary>
        public required IReadOnlyList<string> Loaded { get; init; }

        /// <summary>The script that declares the words, after it has loaded others.</summary>
        public string WordsScript(IEnumerable<string> files) =>
            string.Concat(files.Select(file => $"#load \"{LoadPath.Prefix}{file}\"\n"))
            + $";\n#line hidden\n#pragma warning disable\n{string.Join('\n', Words)}\n";
    }
}
