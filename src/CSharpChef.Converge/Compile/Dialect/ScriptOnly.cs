using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>Decides what compiles in a script and not in an ordinary C# file. It uses Roslyn.</summary>
internal static class ScriptOnly
{
    /// <summary>The members at the top level of a script that are for scripts only, each with what to write.</summary>
    /// <param name="unit">The script.</param>
    /// <param name="isIncluded">Whether it is a file that another one includes, and not a recipe.</param>
    public static IEnumerable<(MemberDeclarationSyntax Member, string Text)> Members(
        CompilationUnitSyntax unit, bool isIncluded)
    {
        var lastStatement = unit.Members.LastOrDefault(IsStatement)?.SpanStart ?? -1;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in unit.Members)
        {
            var isRepeated = member is MethodDeclarationSyntax method && !names.Add(method.Identifier.ValueText);
            var text = isIncluded ? OfIncluded(member) : isRepeated ? Repeated : Of(member, lastStatement);
            if (text is not null)
            {
                yield return (member, text);
            }
        }
    }

    /// <summary>The modifiers that a local variable or function cannot have.</summary>
    public static IEnumerable<SyntaxToken> Modifiers(MemberDeclarationSyntax member) => member.Modifiers
        .Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)
            && !modifier.IsKind(SyntaxKind.ConstKeyword)
            && !(modifier.IsKind(SyntaxKind.StaticKeyword)
                && member is MethodDeclarationSyntax or PropertyDeclarationSyntax { AccessorList: null }));

    /// <summary>The variables that are declared without a value. A script gives them the one of their type.</summary>
    public static IEnumerable<VariableDeclaratorSyntax> WithoutValue(FieldDeclarationSyntax field) =>
        field.Declaration.Variables.Where(variable => variable.Initializer is null);

    private const string Repeated =
        "two functions of one name are for scripts only: give them different names, or put them into a type";

    // CSharpChef.Sdk makes members of the recipe's class of what such a file has outside types.
    private static string? OfIncluded(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax => "a statement in a file that recipes include is for scripts only: put it into the recipe",
        FieldDeclarationSyntax { Declaration.Type.IsVar: true } =>
            "var outside a function is for scripts only in a file that recipes include: write the type",
        _ => null,
    };

    private static string? Of(MemberDeclarationSyntax member, int lastStatement) => member switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax when member.SpanStart < lastStatement =>
            "a type before a statement is for scripts only: put types at the end of the file",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax => null,
        PropertyDeclarationSyntax property =>
            $"a property outside a type is for scripts only: write a function, such as {property.Type} {property.Identifier}() => …",
        BaseFieldDeclarationSyntax or BaseMethodDeclarationSyntax when Modifiers(member).Any() =>
            $"\"{Modifiers(member).First()}\" outside a type is for scripts only: leave it out",
        FieldDeclarationSyntax field when WithoutValue(field).FirstOrDefault() is { } variable =>
            $"\"{variable.Identifier}\" without a value is for scripts only: give it one, such as = default",
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } } =>
            "an expression without a semicolon is for scripts only: end it with one",
        GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax => null,
        _ => "this is for scripts only: put it into a type",
    };

    private static bool IsStatement(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax;
}
