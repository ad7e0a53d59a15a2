using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Sdk.Sources;

/// <summary>
/// Makes an ordinary source file of a script with functions: they are members of the class that a recipe is.
/// </summary>
internal static class FunctionSource
{
    /// <param name="script">The script.</param>
    /// <param name="file">The path that messages name.</param>
    public static string Of(SyntaxTree script, string file)
    {
        var root = script.GetCompilationUnitRoot();
        var changes = SharedCompiler.Directives(root).Select(directive => directive.SpanStart)
            .Concat(root.Usings.Select(each => each.SpanStart))
            .Select(start => new TextChange(new TextSpan(start, 0), "//"))
            .Concat(root.Members.Where(NeedsStatic)
                .Select(member => new TextChange(new TextSpan(FirstToken(member).SpanStart, 0), "static ")));
        var source = script.GetText().WithChanges(changes.OrderBy(change => change.Span.Start));
        return SharedCompiler.StepsFor(script)
            + $"{string.Concat(root.Usings.Select(each => $"{each}\n"))}partial class Program {{\n#line 1 \"{file}\"\n{source}\n}}";
    }

    private static bool NeedsStatic(MemberDeclarationSyntax member) =>
        member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax
        && !member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !member.Modifiers.Any(SyntaxKind.ConstKeyword);

    private static SyntaxToken FirstToken(MemberDeclarationSyntax member) =>
        member.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? member.GetFirstToken();
}
