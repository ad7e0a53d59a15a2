using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// What compiles in a script and not in an ordinary C# file, which editors understand: rule CC0301 of check.
internal sealed partial class RecipeCompiler
{
    private IEnumerable<string> ScriptOnly(CSharpCompilation compilation) => compilation.SyntaxTrees
        .Where(tree => loads.Scripts.Contains(tree.FilePath))
        .SelectMany(tree => Directives(tree).Concat(Members((CompilationUnitSyntax)tree.GetRoot())))
        .Select(found => $"{PlaceOf(found.At)}: warning CC0301: {found.Text}");

    private IEnumerable<(Location At, string Text)> Directives(SyntaxTree tree)
    {
        var known = loads.DirectivesIn(tree.FilePath);
        foreach (var load in tree.GetRoot().DescendantTrivia().Select(trivia => trivia.GetStructure())
            .OfType<LoadDirectiveTriviaSyntax>()
            .Where(load => !known.Any(directive => directive.Start == load.SpanStart)))
        {
            yield return (load.GetLocation(), $"#load is for scripts only: write #:include {load.File.ValueText}");
        }

        foreach (var reference in known.Where(directive => directive.Name == ScriptDirective.Reference))
        {
            var (id, version, _) = DirectiveText.PackageOf(reference);
            var at = Location.Create(tree, new(reference.Start, reference.End - reference.Start));
            yield return (at, $"#r is for scripts only: write #:package {id}{(version is null ? "" : $"@{version}")}");
        }
    }

    private static IEnumerable<(Location At, string Text)> Members(CompilationUnitSyntax unit)
    {
        var lastStatement = unit.Members.LastOrDefault(IsStatement)?.SpanStart ?? -1;
        foreach (var member in unit.Members)
        {
            if (ScriptOnly(member, lastStatement) is { } text)
            {
                yield return (member.GetLocation(), text);
            }
        }
    }

    private static string? ScriptOnly(MemberDeclarationSyntax member, int lastStatement) => member switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax when member.SpanStart < lastStatement =>
            "a type before a statement is for scripts only: put types at the end of the file",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax => null,
        PropertyDeclarationSyntax property =>
            $"a property outside a type is for scripts only: write a function, such as {property.Type} {property.Identifier}() => …",
        BaseFieldDeclarationSyntax or BaseMethodDeclarationSyntax when Modifier(member) is { } modifier =>
            $"\"{modifier}\" outside a type is for scripts only: leave it out",
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } } =>
            "an expression without a semicolon is for scripts only: end it with one",
        GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax => null,
        _ => "this is for scripts only: put it into a type",
    };

    private static bool IsStatement(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax;

    // The modifiers that a local variable or function cannot have.
    private static string? Modifier(MemberDeclarationSyntax member) => member.Modifiers
        .FirstOrDefault(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)
            && !modifier.IsKind(SyntaxKind.ConstKeyword)
            && !(modifier.IsKind(SyntaxKind.StaticKeyword) && member is MethodDeclarationSyntax))
        .Text is { Length: > 0 } text ? text : null;
}
