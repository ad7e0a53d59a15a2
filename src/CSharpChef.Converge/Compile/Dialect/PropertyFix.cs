using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>
/// Makes functions of the properties at the top level of a recipe, and variables of those that store a value. It uses
/// Roslyn.
/// </summary>
/// <param name="compilation">The recipe, compiled without errors.</param>
/// <param name="original">Reads a script, as it is on the disk, by its logical path.</param>
internal sealed class PropertyFix(CSharpCompilation compilation, Func<string, string> original)
{
    private readonly List<ScriptChange> calls = [];

    /// <summary>The changes where the properties that became functions are used.</summary>
    public IReadOnlyList<ScriptChange> Calls => calls;

    /// <summary>The changes of a property; empty when it is used in a way that a function or variable is not.</summary>
    public IReadOnlyList<TextChange> Changes(PropertyDeclarationSyntax property)
    {
        var modifiers = MemberFix.WithoutModifiers(property);
        if (IsStored(property))
        {
            return HasComment(property.AccessorList!.DescendantTrivia()) ? [] : [.. modifiers, .. Variable(property)];
        }

        var uses = Uses(property);
        if (Body(property) is not { } body || !uses.TrueForAll(CanBeCall) || IsInInactiveCode(property.Identifier))
        {
            return [];
        }

        calls.AddRange(uses.Select(CallOf));
        return [.. modifiers, new TextChange(new TextSpan(property.Identifier.Span.End, 0), "()"), .. body];
    }

    private static bool IsStored(PropertyDeclarationSyntax property) =>
        property is { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static IEnumerable<TextChange> Variable(PropertyDeclarationSyntax property)
    {
        var list = property.AccessorList!;
        var start = property.Identifier.Span.End;
        return property.Initializer is { } value
            ? [new TextChange(TextSpan.FromBounds(start, value.SpanStart), " ")]
            : [new TextChange(TextSpan.FromBounds(start, list.Span.End), " = default!;")];
    }

    // Nothing changes in `=> value;`. An accessor gives its body to the function.
    private static IReadOnlyList<TextChange>? Body(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is not null ? []
        : property.AccessorList is { Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration } get] } list
            && !HasComment(list.DescendantTrivia().Where(trivia => get.Body?.Span.Contains(trivia.Span) != true))
            ? [new TextChange(list.Span, get.Body is { } body ? Outdented(body) : $"{get.ExpressionBody};")]
            : null;

    // The lines of the body move to the left by what its accessor is indented, unless a text goes over lines.
    private static string Outdented(BlockSyntax body)
    {
        var lines = body.ToString().Split('\n');
        var indent = lines[^1].Length - lines[^1].TrimStart().Length;
        var isInOneLine = lines.Length == 1;
        return isInOneLine || body.DescendantTokens().Any(token => $"{token}".Contains('\n', StringComparison.Ordinal))
            ? body.ToString()
            : string.Join('\n', lines.Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..]));
    }

    private static bool HasComment(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Any(each => !string.IsNullOrWhiteSpace(each.ToString()));

    private bool IsInInactiveCode(SyntaxToken name) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantTrivia())
        .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)
            && trivia.ToString().Contains(name.ValueText, StringComparison.Ordinal));

    private List<IdentifierNameSyntax> Uses(PropertyDeclarationSyntax property)
    {
        var name = property.Identifier.ValueText;
        return [.. compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name && IsOf(property, use)))];
    }

    private bool IsOf(PropertyDeclarationSyntax property, IdentifierNameSyntax use) =>
        compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(use).Symbol is IPropertySymbol symbol
        && symbol.DeclaringSyntaxReferences.Any(reference => Place(reference.GetSyntax()) == Place(property));

    // A local function is not in scope of types, nameof takes no call, and a call names no member.
    private static bool CanBeCall(IdentifierNameSyntax use) => !use.Ancestors().Any(node =>
        node is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && member.Expression == use ||
        node is BaseTypeDeclarationSyntax or InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }
        });

    private ScriptChange CallOf(IdentifierNameSyntax use)
    {
        var end = use.GetLocation().GetMappedLineSpan().EndLinePosition;
        var path = use.SyntaxTree.FilePath;
        return new ScriptChange(path, SourceText.From(original(path)).Lines.GetPosition(end), 0, "()");
    }

    private static (string Path, LinePosition Start) Place(SyntaxNode node) =>
        (node.SyntaxTree.FilePath, node.GetLocation().GetMappedLineSpan().StartLinePosition);
}
