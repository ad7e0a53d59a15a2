using System.Xml.Linq;
using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.HouseRules;

/// <summary>A file says itself which rooms it uses: no global using names one.</summary>
public sealed class GlobalUsingsTests
{
    [Fact]
    public void No_global_using_in_code_names_a_room() => Findings.AssertNone(
        from file in SourceTree.Files.Concat(SourceTree.Tests)
        where file.Text.Contains("global using", StringComparison.Ordinal)
        from directive in file.Syntax.Usings
        where !directive.GlobalKeyword.IsKind(SyntaxKind.None)
            && IsRoom(directive.NamespaceOrType.ToString())
        select $"{file.Path}: {directive}");

    [Fact]
    public void No_global_using_of_a_project_names_a_room() => Findings.AssertNone(
        from path in Projects()
        from use in XDocument.Load(path).Descendants("Using")
        where IsRoom(use.Attribute("Include")?.Value ?? "")
        select $"{Path.GetRelativePath(SourceTree.Root, path)}: {use}");

    [Theory]
    [InlineData("CSharpChef.Converge.Plan", true)]
    [InlineData("CSharpChef.Stacks.Store.Secrets", true)]
    [InlineData("CSharpChef.Recipes", false)]
    [InlineData("Xunit", false)]
    public void A_room_is_a_namespace_below_that_of_a_project(string name, bool isRoom) =>
        Assert.Equal(isRoom, IsRoom(name));

    private static bool IsRoom(string name) => name.Split('.') is ["CSharpChef", _, _, ..];

    private static IEnumerable<string> Projects() =>
    [
        .. Directory.EnumerateFiles(SourceTree.Root, "Directory.Build.*"),
        .. new[] { "src", "tests" }.SelectMany(folder => new[] { "*.csproj", "*.props", "*.targets" }.SelectMany(
            pattern => Directory.EnumerateFiles(SourceTree.PathOf(folder), pattern, SearchOption.AllDirectories))),
    ];
}
