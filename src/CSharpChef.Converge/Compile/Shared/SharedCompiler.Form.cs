using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Shared;

// Makes an ordinary source file of a script. CSharpChef.Sdk has this file too.
internal sealed partial class SharedCompiler
{
    /// <summary>Whether a script has types and nothing else.</summary>
    public static bool HasTypesOnly(CompilationUnitSyntax root) => root.Members.All(member =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax);

    /// <summary>The namespace for the types of a script; null when it names its own.</summary>
    /// <param name="root">The script.</param>
    /// <param name="path">Its logical path.</param>
    public static string? NamespaceFor(CompilationUnitSyntax root, string path) =>
        root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any() ? null : SharedNames.NamespaceOf(path);

    public static IEnumerable<DirectiveTriviaSyntax> Directives(CompilationUnitSyntax root) => root
        .GetFirstToken(includeZeroWidth: true).LeadingTrivia
        .Select(trivia => trivia.GetStructure())
        .OfType<DirectiveTriviaSyntax>()
        .Where(directive => directive.IsActive && directive is LoadDirectiveTriviaSyntax
            or ReferenceDirectiveTriviaSyntax or IgnoredDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax
            or DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax);

    /// <summary>The symbols that a script defines for <c>#if</c>.</summary>
    public static IEnumerable<string> SymbolsOf(CompilationUnitSyntax root) => Directives(root).Aggregate(
        Enumerable.Empty<string>(),
        (symbols, directive) => directive switch
        {
            DefineDirectiveTriviaSyntax define => symbols.Append(define.Name.ValueText),
            UndefDirectiveTriviaSyntax undefine => symbols.Where(each => each != undefine.Name.ValueText),
            _ => symbols,
        });

    // Directives of scripts become comments, and the types public: recipes are other assemblies. #line keeps the
    // positions that messages and symbols name.
    /// <param name="tree">The script.</param>
    /// <param name="path">The path that messages and symbols name.</param>
    /// <param name="space">The namespace of the types; null when the script names its own.</param>
    /// <returns>The source, and where it has more characters than the script.</returns>
    public static (string Source, IReadOnlyList<(int Position, int Count)> Insertions) SourceOf(
        SyntaxTree tree, string path, string? space)
    {
        var root = tree.GetCompilationUnitRoot();
        var changes = Directives(root).Select(directive => new TextChange(new TextSpan(directive.SpanStart, 0), "//"))
            .Concat(root.DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Select(type => Published(tree, type, path)).OfType<TextChange>())
            .OrderBy(change => change.Span.Start)
            .ToList();
        var start = StepsFor(tree)
            + (space is null ? "" : $"namespace {SharedNames.InSource(space)} {{\n")
            + $"#line 1 \"{path}\"\n";
        return (start + tree.GetText().WithChanges(changes) + (space is null ? "" : "\n}"),
            [(0, start.Length), .. changes
                .Select(change => (change.Span.Start, change.NewText!.Length - change.Span.Length))]);
    }

    /// <summary>The directive by which a script of <c>resources/</c> uses steps; empty when it is not needed.</summary>
    public static string StepsFor(SyntaxTree tree) =>
        SharedNames.IsOfResources(SharedNames.WithoutPrefix(tree.FilePath))
        && !tree.GetCompilationUnitRoot().Usings
            .Any(each => each.NamespaceOrType.ToString() == RecipeCompiler.StepNamespace)
            ? $"using {RecipeCompiler.StepNamespace};\n"
            : "";

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
            $"\npublic\n#line {at.Line + 1} \"{path}\"\n{new string(' ', at.Character)}");
    }

    private static SyntaxToken FirstAfterAttributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? member.GetFirstToken();
}
