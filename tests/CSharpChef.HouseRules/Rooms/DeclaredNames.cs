using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules.Rooms;

/// <summary>The names of all types and members that a file declares, as another file can write them.</summary>
internal static class DeclaredNames
{
    private const string Suffix = nameof(Attribute);

    public static IEnumerable<string> In(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .Select(NameOf)
        .OfType<string>()
        .SelectMany(name => name.EndsWith(Suffix, StringComparison.Ordinal)
            ? new[] { name, name[..^Suffix.Length] }
            : [name]);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
        ParameterSyntax { Parent.Parent: TypeDeclarationSyntax } parameter => parameter.Identifier.ValueText,
        _ => null,
    };
}
