using System.Text.RegularExpressions;
using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>The tests that documents name as proof of a promise exist.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly Lazy<HashSet<(string Class, string Test)>> tests = new(() =>
    [
        .. from file in SourceTree.Tests
           from type in file.Nodes<TypeDeclarationSyntax>()
           from test in type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text).Append("")
           select (type.Identifier.Text, test),
    ]);

    [Theory]
    [InlineData("docs/reliability.md")]
    [InlineData("docs/server.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/security.md")]
    public void Every_test_that_a_document_names_exists(string document) => Findings.AssertNone(
        from name in NamedTest().Matches(File.ReadAllText(SourceTree.PathOf(document))).Select(match => match.Groups)
        where !tests.Value.Contains((name["class"].Value, name["test"].Value))
        select $"{document} names {name[0].Value}");

    // LostConnectionTests, or LostConnectionTests.A_run_goes_on
    [GeneratedRegex(@"`(?<class>[A-Z][A-Za-z]*Tests)(?:\.(?<test>[A-Z][A-Za-z0-9]*_\w+))?`")]
    private static partial Regex NamedTest();
}
