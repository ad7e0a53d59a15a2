using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>Types have specific names, and files are named like their types.</summary>
public sealed class WordsTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Util", "Common", "Processor", "Handler"];

    // Said in full: what all platforms have in common.
    private static readonly string[] Allowed = ["CommonFacts"];

    private static readonly Lazy<HashSet<string>> Bases = new(() =>
        [.. SourceTree.Files.SelectMany(file => file.Nodes<BaseTypeSyntax>()).Select(type => type.Type.ToString())]);

    [Fact]
    public void No_type_name_contains_an_empty_word() => Findings.AssertNone(
        from file in SourceTree.Files
        from type in file.Nodes<BaseTypeDeclarationSyntax>()
        where Empty.Any(word => type.Identifier.ValueText.Contains(word, StringComparison.Ordinal))
            && !Allowed.Contains(type.Identifier.ValueText)
        select $"{file.Path}:{SourceFile.LineOf(type)} {type.Identifier}");

    [Fact]
    public void A_file_is_named_like_its_type() => Findings.AssertNone(
        from file in SourceTree.Files
        where file.Name is not ("Program" or "Usings")
        let types = file.Syntax.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .ToList()
        where !types.Any(type => Fits(file.Name, type.Identifier.ValueText))
            && !file.Nodes<DelegateDeclarationSyntax>().Any(type => type.Identifier.ValueText == file.Name)
        select $"{file.Path} holds {string.Join(", ", types.Select(type => type.Identifier.ValueText))}");

    [Fact]
    public void A_class_that_no_other_extends_is_sealed_static_or_abstract() => Findings.AssertNone(
        from file in SourceTree.Files
        from type in file.Nodes<TypeDeclarationSyntax>()
        where type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.ValueText: not "struct" }
        let words = type.Modifiers.Select(word => word.ValueText).ToList()
        where !words.Any(word => word is "sealed" or "static" or "abstract" or "partial")
            && !Bases.Value.Contains(type.Identifier.ValueText)
        select $"{file.Path}:{SourceFile.LineOf(type)} {type.Identifier}");

    // Thing.Role.cs holds a part of Thing; CommonFacts.cs and Provisioning.cs hold parts of FakePlatform,
    // InventoryJson.cs its document.
    private static bool Fits(string file, string type) =>
        file.Split('.')[0] == type || file is "CommonFacts" or "Provisioning";
}
