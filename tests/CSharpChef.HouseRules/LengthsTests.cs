using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>Files, methods, lines and parameter lists are short. A failed test shows the medians.</summary>
public sealed class LengthsTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int LongestLine = 120;
    private const int LongestPart = 250;
    private const int MostParameters = 6;
    private const int MedianFile = 70;
    private const int MedianMethod = 9;

    private static IEnumerable<(SourceFile File, CSharpSyntaxNode Node, int Lines)> Methods =>
        from file in SourceTree.Files
        from node in file.Syntax.DescendantNodes().OfType<CSharpSyntaxNode>()
        where node is BaseMethodDeclarationSyntax { Body: not null }
            or BaseMethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax
        let span = node.GetLocation().GetLineSpan()
        select (file, node, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Findings.None(SourceTree.Files.Where(file => file.Lines.Length > LongestFile)
            .Select(file => $"{file.Path} has {file.Lines.Length} lines"));

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        Findings.None(Methods.Where(method => method.Lines > LongestMethod)
            .Select(method => $"{At(method.File, method.Node)} has {method.Lines} lines"));

    [Fact]
    public void No_part_of_a_program_is_longer_than_250_lines() => Findings.None(SourceTree.ShellParts
        .Where(part => File.ReadLines(part).Count() > LongestPart));

    [Fact]
    public void No_line_is_longer_than_120_characters_except_for_strings_and_tables_of_strings() => Findings.None(
        from file in SourceTree.Files.Concat(SourceTree.Tests)
        let literals = new Lazy<HashSet<int>>(() => [.. file.LinesOfStrings])
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine && !literals.Value.Contains(line.Number)
        select $"{file.Path}:{line.Number} has {line.Text.Length} characters");

    [Fact]
    public void No_line_of_a_shell_part_is_longer_than_120_characters() => Findings.None(
        from part in SourceTree.ShellParts
        from line in File.ReadLines(part).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{part}:{line.Number} has {line.Text.Length} characters");

    [Fact]
    public void No_method_takes_more_than_6_parameters() => Findings.None(
        from file in SourceTree.Files
        from method in file.All<MethodDeclarationSyntax>()
        where method.ParameterList.Parameters.Count > MostParameters
        select $"{At(file, method)} {method.Identifier} takes {method.ParameterList.Parameters.Count}");

    [Fact]
    public void Files_and_methods_are_short_as_a_rule()
    {
        var file = Median(SourceTree.Files.Select(source => source.Lines.Length));
        var method = Median(Methods.Select(declaration => declaration.Lines));

        Assert.True(
            file <= MedianFile && method <= MedianMethod,
            $"the median file has {file} lines ({MedianFile}), the median method {method} ({MedianMethod})");
    }

    [Fact]
    public void There_are_no_regions() => Findings.None(SourceTree.Files
        .Where(file => file.Syntax.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)))
        .Select(file => file.Path));

    private static string At(SourceFile file, CSharpSyntaxNode node) => $"{file.Path}:{SourceFile.LineOf(node)}";

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
