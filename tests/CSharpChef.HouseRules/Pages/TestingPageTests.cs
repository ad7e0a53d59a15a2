using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules.Pages;

/// <summary>The examples of docs/testing.md compile and pass: the page describes what is there.</summary>
public sealed class TestingPageTests : IDisposable
{
    private static readonly IReadOnlyList<PageBlock> Blocks =
        PageBlock.Read(File.ReadAllText(SourceTree.PathOf("docs/testing.md")));

    private readonly string folder = TemporaryFolder.Create("testing-page-");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_tests_of_the_page_pass()
    {
        foreach (var block in Blocks.Where(block => block.Name is not null))
        {
            Write(block.Name!, block.Text);
        }

        var tests = Blocks.Where(IsTest).Select(block => Write($"{ClassOf(block)}.cs", InFolder(block.Text))).ToList();

        Findings.AssertNone(await SampleTests.FailuresAsync(tests));
    }

    [Fact]
    public void Every_example_in_CSharp_is_a_file_of_a_cookbook_or_a_test() => Findings.AssertNone(
        Blocks.Where(block => block.Language == "csharp" && block.Name is null && !IsTest(block)).Select(block => block.Text));

    [Fact]
    public void Every_public_method_that_the_page_names_exists()
    {
        var page = File.ReadAllText(SourceTree.PathOf("docs/testing.md"));
        var surface = File.ReadAllText(SourceTree.PathOf(
            "tests/CSharpChef.HouseRules/PublicSurface/CSharpChef.Testing.verified.txt"));

        Findings.AssertNone(System.Text.RegularExpressions.Regex.Matches(page, @"\bShould[A-Z]\w+")
            .Select(match => match.Value)
            .Distinct()
            .Where(name => !surface.Contains($" {name}(") && !surface.Contains($" {name}<")));
    }

    private static bool IsTest(PageBlock block) =>
        block is { Language: "csharp", Name: null } && block.Text.Contains("public sealed class ", StringComparison.Ordinal);

    private static string ClassOf(PageBlock block) => CSharpSyntaxTree.ParseText(block.Text).GetRoot()
        .DescendantNodes().OfType<ClassDeclarationSyntax>().First().Identifier.ValueText;

    // A test process has the folder of its project as the current one; here it is shared with other tests.
    private string InFolder(string code) => code.Replace(
        "\"cookbooks\"", SymbolDisplay.FormatLiteral(Path.Combine(folder, "cookbooks"), quote: true), StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
