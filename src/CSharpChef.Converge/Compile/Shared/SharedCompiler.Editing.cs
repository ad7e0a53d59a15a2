using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile.Shared;

// What an editor needs to understand shared code as this compiler does, also while it has mistakes.
internal sealed partial class SharedCompiler
{
    /// <summary>The scripts that are shared code.</summary>
    public IReadOnlyList<SharedFile> Files => files;

    /// <summary>The source file beside those of the scripts.</summary>
    public string HeadSource => Head();

    /// <summary>The source file of aliases.</summary>
    public string AliasSource(CSharpCompilation compilation) => string.Concat(
        RecipeCompiler.AliasesOf(compilation, Namespaces).Select(alias => $"global using {alias};\n"));

    public static CSharpParseOptions PlainParsing => Parsing.WithDocumentationMode(DocumentationMode.Parse);

    /// <summary>The assemblies beside those of the framework and of other cookbooks.</summary>
    public IReadOnlyList<MetadataReference> PackageReferences =>
        recipes.ReferencesOf(files.SelectMany(file => file.Directives));

    /// <summary>What recipes see of the code of a compilation. The assembly is empty.</summary>
    public SharedCode Describe(CSharpCompilation compilation) => Described(compilation) with
    {
        Packages = [.. recipes.PackagesOf(files.SelectMany(file => file.Directives), []).Select(each => each.Id)],
    };
}
