using CSharpChef.Converge.Compile.Dialect;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// What compiles in a script and not in an ordinary C# file, which editors understand: rule CC0301 of check.
internal sealed partial class RecipeCompiler
{
    /// <summary>Makes an ordinary C# file of each script of the recipe, as far as possible.</summary>
    /// <returns>The changes of their texts.</returns>
    /// <exception cref="RecipeException">The recipe does not compile.</exception>
    public IReadOnlyList<ScriptChange> Fixes()
    {
        _ = Compile();
        var properties = new PropertyFix(Compilation(), Original);
        return
        [
            .. loads.Scripts.Select(path => Tree(path)).SelectMany(tree =>
                DirectiveFix.Changes(tree).Concat(MemberFix.Changes(tree, IsIncluded(tree.FilePath), properties))),
            .. properties.Calls,
        ];
    }

    /// <summary>The code of the warnings about constructs for scripts only.</summary>
    internal const string ScriptOnlyCode = "CC0301";

    private IEnumerable<ScriptFinding> ScriptOnlyFindings() => loads.Scripts
        .Select(path => Tree(path))
        .SelectMany(tree => DirectiveFix.Findings(tree)
            .Concat(ScriptOnly.Members((CompilationUnitSyntax)tree.GetRoot(), IsIncluded(tree.FilePath))
                .Select(found => (At: found.Member.GetLocation(), found.Text)))
            .Select(found => FindingAt(found.At, ScriptFinding.Warning, ScriptOnlyCode, found.Text)));

    private bool IsIncluded(string path) => path != entry.Files[^1];

    private string Original(string path) => DirectiveText.Decode(read(path)!);

    // As it is on the disk: the compiler's own trees have other directives.
    private SyntaxTree Tree(string path) => CSharpSyntaxTree.ParseText(Original(path), Parsing, path);
}
