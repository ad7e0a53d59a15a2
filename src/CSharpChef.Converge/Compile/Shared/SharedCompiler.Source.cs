using CSharpChef.Converge.Compile.Dialect;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Shared;

// Reads a script.
internal sealed partial class SharedCompiler
{
    // The parser of scripts reports a namespace as one; in shared code it is allowed.
    private const string NamespaceInScript = "CS7021";

    /// <param name="path">The logical path.</param>
    /// <param name="text">The text of the script.</param>
    public static SharedFile Parsed(string path, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, RecipeCompiler.Parsing, path);
        var root = tree.GetCompilationUnitRoot();
        var name = NamespaceFor(root, path);
        var (source, insertions) = SourceOf(tree, LoadPath.Prefix + path, name);
        return new SharedFile(path)
        {
            HasTypesOnly = HasTypesOnly(root),
            Namespace = name,
            Declared = [.. root.Members.SelectMany(RecipeCompiler.NamesOf)],
            Directives = DirectiveText.MayBeIn(text) ? RecipeCompiler.DirectivesOf(path, text) : [],
            Loads = [.. Directives(root).Select(directive => LoadOf(tree, text, directive))
                .Where(load => load.Text is not null)
                .Select(load => (load.Text!, load.Place))],
            ScriptOnly = [.. DirectiveFix.Findings(tree).Select(found => ScriptFinding.At(
                PlaceOf(tree, found.At.SourceSpan), ScriptFinding.Warning, RecipeCompiler.ScriptOnlyCode, found.Text))],
            Symbols = [.. SymbolsOf(root)],
            Mistakes = [.. ReferenceMistakes(tree, text), .. tree.GetDiagnostics()
                .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not NamespaceInScript })
                .Select(error => $"{PlaceOf(tree, error.Location.SourceSpan)}: error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")],
            Source = source,
            Insertions = insertions,
        };
    }

    // NuGet packages are found by their directives.
    private static IEnumerable<string> ReferenceMistakes(SyntaxTree tree, string text) =>
        Directives(tree.GetCompilationUnitRoot()).OfType<ReferenceDirectiveTriviaSyntax>()
            .Where(directive => RecipeCompiler.Read(tree, text, directive) is null)
            .Select(directive => $"{PlaceOf(tree, directive.File.Span)}: error CS0006: Metadata file '{directive.File.ValueText}' could not be found\n    {RecipeCompiler.ReferenceHint}");

    private static (string? Text, string Place) LoadOf(SyntaxTree tree, string text, DirectiveTriviaSyntax directive)
    {
        var place = PlaceOf(tree, directive.Span);
        return directive is LoadDirectiveTriviaSyntax load
            ? (load.File.ValueText, place)
            : (RecipeCompiler.Read(tree, text, directive) is { Name: ScriptDirective.Include, Text.Length: > 0 } include
                ? include.Text
                : null, place);
    }

    private static string PlaceOf(SyntaxTree tree, TextSpan span)
    {
        var at = tree.GetLineSpan(span).StartLinePosition;
        return $"{tree.FilePath}:{at.Line + 1}:{at.Character + 1}";
    }
}
