using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Shared;

// Makes an ordinary source file of a script.
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
        var name = root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any() ? null : SharedNames.NamespaceOf(path);
        return new SharedFile(path)
        {
            HasTypesOnly = root.Members.All(member =>
                member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax),
            Namespace = name,
            Declared = [.. root.Members.SelectMany(RecipeCompiler.NamesOf)],
            Directives = DirectiveText.MayBeIn(text) ? RecipeCompiler.DirectivesOf(path, text) : [],
            Loads = [.. Directives(root).Select(directive => LoadOf(tree, text, directive))
                .Where(load => load.Text is not null)
                .Select(load => (load.Text!, load.Place))],
            Symbols = [.. SymbolsOf(root)],
            Mistakes = [.. ReferenceMistakes(tree, text), .. tree.GetDiagnostics()
                .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not NamespaceInScript })
                .Select(error => $"{PlaceOf(tree, error.Location.SourceSpan)}: error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")],
            Source = SourceOf(tree, root, text, path, name),
        };
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(CompilationUnitSyntax root) => root
        .GetFirstToken(includeZeroWidth: true).LeadingTrivia
        .Select(trivia => trivia.GetStructure())
        .OfType<DirectiveTriviaSyntax>()
        .Where(directive => directive.IsActive && directive is LoadDirectiveTriviaSyntax
            or ReferenceDirectiveTriviaSyntax or IgnoredDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax
            or DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax);

    private static IEnumerable<string> SymbolsOf(CompilationUnitSyntax root) => Directives(root).Aggregate(
        Enumerable.Empty<string>(),
        (symbols, directive) => directive switch
        {
            DefineDirectiveTriviaSyntax define => symbols.Append(define.Name.ValueText),
            UndefDirectiveTriviaSyntax undefine => symbols.Where(each => each != undefine.Name.ValueText),
            _ => symbols,
        });

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

    // Directives of scripts become comments, and the types public: recipes are other assemblies. #line keeps the
    // positions that messages and symbols name.
    private static string SourceOf(
        SyntaxTree tree, CompilationUnitSyntax root, string text, string path, string? space)
    {
        var changes = Directives(root).Select(directive => new TextChange(new TextSpan(directive.SpanStart, 0), "//"))
            .Concat(root.DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Select(type => Published(tree, type, path)).OfType<TextChange>());
        var line = $"#line 1 \"{LoadPath.Prefix}{path}\"\n";
        var source = SourceText.From(text).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString();
        return space is null ? line + source : $"namespace {SharedNames.InSource(space)} {{\n{line}{source}\n}}";
    }

    private static TextChange? Published(SyntaxTree tree, MemberDeclarationSyntax member, string path)
    {
        var access = member.Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).ToList();
        return member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            || member.Modifiers.Any(SyntaxKind.FileKeyword) ? null
            : access is [var only] && only.IsKind(SyntaxKind.InternalKeyword) ? new TextChange(only.Span, "public  ")
            : access.Count == 0 && member.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
                ? PublicBefore(tree, FirstAfterAttributes(member), path)
                : null;
    }

    private static TextChange PublicBefore(SyntaxTree tree, SyntaxToken token, string path)
    {
        var at = tree.GetLineSpan(token.Span).StartLinePosition;
        return new TextChange(
            new TextSpan(token.SpanStart, 0),
            $"\npublic\n#line {at.Line + 1} \"{LoadPath.Prefix}{path}\"\n{new string(' ', at.Character)}");
    }

    private static SyntaxToken FirstAfterAttributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? member.GetFirstToken();
}
