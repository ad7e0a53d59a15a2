using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CSharpChef.Sdk.Sources;

/// <summary>A script that is not the one that is built: of <c>lib/</c>, of <c>resources/</c>, or included.</summary>
/// <param name="Path">The logical path, such as <c>web/lib/options.csx</c>.</param>
/// <param name="File">The path on this machine.</param>
/// <param name="Text">The content.</param>
internal sealed record ScriptText(string Path, string File, string Text)
{
    private const string PathKey = "build_metadata.AdditionalFiles.CSharpChefPath";

    /// <summary>The script of an additional file; null for other files.</summary>
    public static ScriptText? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken ct) =>
        options.GetOptions(file).TryGetValue(PathKey, out var path) && path.Length > 0
            ? new ScriptText(path, file.Path, $"{file.GetText(ct)}")
            : null;

    public string Cookbook => Path.Split('/')[0];

    /// <summary>Whether the types of the script are in a namespace of shared code.</summary>
    public bool IsShared => Path.Split('/')[1] is "lib" or "resources" && SharedCompiler.HasTypesOnly(Root);

    /// <summary>The namespace that the source adds; null when it adds none.</summary>
    public string? Namespace => IsShared ? SharedCompiler.NamespaceFor(Root, Path) : null;

    /// <summary>Whether a run evaluates the script with each recipe that sees it.</summary>
    public bool HasFunctions => !SharedCompiler.HasTypesOnly(Root);

    /// <summary>The names that the script declares.</summary>
    public IEnumerable<string> Declared => Root.Members.SelectMany(RecipeCompiler.NamesOf);

    /// <summary>The script in the form of an ordinary C# file.</summary>
    public string Source => string.Concat(SharedCompiler.SymbolsOf(Root).Select(symbol => $"#define {symbol}\n"))
        + (HasFunctions ? FunctionSource.Of(Tree, File) : SharedCompiler.SourceOf(Tree, File, Namespace).Source);

    private SyntaxTree Tree => CSharpSyntaxTree.ParseText(Text, RecipeCompiler.Parsing, Path);

    private CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();
}
