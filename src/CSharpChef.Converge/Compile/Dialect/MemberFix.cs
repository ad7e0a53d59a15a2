using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>
/// Rewrites members of scripts for ordinary C# files. What has no sure form there is left alone. It uses Roslyn.
/// </summary>
internal static partial class MemberFix
{
    /// <param name="tree">The script.</param>
    /// <param name="isIncluded">Whether it is a file that another one includes.</param>
    /// <param name="properties">The properties of all scripts of the recipe.</param>
    public static IEnumerable<ScriptChange> Changes(SyntaxTree tree, bool isIncluded, PropertyFix properties)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        var text = tree.ToString();
        var moved = new List<string>();
        foreach (var (member, _) in isIncluded ? [] : ScriptOnly.Members(unit, isIncluded))
        {
            foreach (var change in Of(member, properties))
            {
                yield return Change(tree, change);
            }

            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && Range(member, text) is { } range)
            {
                moved.Add(text[range.Start..range.End].Trim('\r', '\n').TrimEnd());
                yield return Change(tree, new TextChange(range, ""));
            }
        }

        if (moved.Count > 0)
        {
            var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var end = text.EndsWith('\n') ? line : line + line;
            yield return new ScriptChange(
                tree.FilePath, text.Length, 0, end + string.Join(line + line, moved) + line);
        }
    }

    private static IEnumerable<TextChange> Of(MemberDeclarationSyntax member, PropertyFix properties) => member switch
    {
        PropertyDeclarationSyntax property => properties.Changes(property),
        FieldDeclarationSyntax field =>
            WithoutModifiers(field).Concat(ScriptOnly.WithoutValue(field).Select(WithValue)),
        MethodDeclarationSyntax => WithoutModifiers(member),
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: var value } }
            when IsStatement(value) => [new TextChange(new TextSpan(value.Span.End, 0), ";")],
        _ => [],
    };

    /// <summary>
    /// Removes the modifiers that are for scripts only, except those with a comment behind them.
    /// </summary>
    public static IEnumerable<TextChange> WithoutModifiers(MemberDeclarationSyntax member) => ScriptOnly
        .Modifiers(member)
        .Where(token => string.IsNullOrWhiteSpace(token.TrailingTrivia.ToString()))
        .Select(token => new TextChange(TextSpan.FromBounds(token.SpanStart, token.GetNextToken().SpanStart), ""));

    private static TextChange WithValue(VariableDeclaratorSyntax variable) => new(
        new TextSpan(variable.Span.End, 0),
        MayBeNull(((VariableDeclarationSyntax)variable.Parent!).Type) ? " = default!" : " = default");

    // Whether the compiler would warn of null.
    private static bool MayBeNull(TypeSyntax type) => type is not NullableTypeSyntax
        && (type is not PredefinedTypeSyntax { Keyword: var word }
            || word.IsKind(SyntaxKind.StringKeyword) || word.IsKind(SyntaxKind.ObjectKeyword));

    private static bool IsStatement(ExpressionSyntax value) => value is InvocationExpressionSyntax
        or AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax
        or PostfixUnaryExpressionSyntax;

    // The type with the comments right above it; null when a directive stands between them.
    private static TextSpan? Range(MemberDeclarationSyntax type, string text)
    {
        if (type.GetLeadingTrivia().Any(trivia => trivia.IsDirective && !IsHeader(trivia)))
        {
            return null;
        }

        var start = type.GetLeadingTrivia().Where(trivia => trivia.IsDirective)
            .Select(trivia => trivia.FullSpan.End).DefaultIfEmpty(type.FullSpan.Start).Max();
        var blank = BlankLine().Matches(text[start..type.SpanStart]).LastOrDefault();
        start += blank is null ? 0 : blank.Index + blank.Length;
        var end = type.FullSpan.End;
        while (IsBlankBefore(text, start) && LineEnd().Match(text, end) is { Success: true } empty)
        {
            end += empty.Length;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlankBefore(string text, int start) => start == 0 || BlankEnd().IsMatch(text[..start]);

    private static bool IsHeader(SyntaxTrivia trivia) => trivia.GetStructure()
        is IgnoredDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax or ReferenceDirectiveTriviaSyntax
        or ShebangDirectiveTriviaSyntax;

    private static ScriptChange Change(SyntaxTree tree, TextChange change) =>
        new(tree.FilePath, change.Span.Start, change.Span.Length, change.NewText ?? "");

    [GeneratedRegex(@"^[ \t]*\r?\n", RegexOptions.Multiline)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\G[ \t]*\r?\n")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\n[ \t]*\r?\n\z")]
    private static partial Regex BlankEnd();
}
