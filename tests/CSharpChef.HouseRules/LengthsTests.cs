using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>Limits the lengths of files, methods and lines, and their medians.</summary>
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
        Findings.AssertNone(SourceTree.Files.Where(file => file.Lines.Length > LongestFile)
            .Select(file => $"{file.Path} has {file.Lines.Length} lines"));

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        Findings.AssertNone(Methods.Where(method => method.Lines > LongestMethod)
            .Select(method => $"{At(method.File, method.Node)} has {method.Lines} lines"));

    [Fact]
    public void No_part_of_a_program_is_longer_than_250_lines() => Findings.AssertNone(SourceTree.ShellParts
        .Where(part => File.ReadLines(part).Count() > LongestPart));

    [Fact]
    public void No_line_has_more_than_120_characters_beside_its_strings_except_in_tables() => Findings.AssertNone(
        from file in SourceTree.Files.Concat(SourceTree.Tests)
        let strings = new Lazy<ILookup<int, int>>(() => file.CharactersOfStrings)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine && !SourceFile.IsRowOfStrings(line.Text)
        let code = line.Text.Length - strings.Value[line.Number].Sum()
        where code > LongestLine
        select $"{file.Path}:{line.Number} has {code} characters beside its strings");

    [Fact]
    public void No_line_of_a_shell_part_is_longer_than_120_characters() => Findings.AssertNone(
        from part in SourceTree.ShellParts
        from line in File.ReadLines(part).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{part}:{line.Number} has {line.Text.Length} characters");

    [Fact]
    public void No_method_takes_more_than_6_parameters() => Findings.AssertNone(
        from file in SourceTree.Files
        from method in file.Nodes<MethodDeclarationSyntax>()
        where method.ParameterList.Parameters.Count > MostParameters
        select $"{At(file, method)} {method.Identifier} takes {method.ParameterList.Parameters.Count}");

    [Fact]
    public void The_median_lengths_of_files_and_methods_are_within_their_limits()
    {
        var medianFile = Median(SourceTree.Files.Select(source => source.Lines.Length));
        var medianMethod = Median(Methods.Select(method => method.Lines));

        Assert.True(
            medianFile <= MedianFile && medianMethod <= MedianMethod,
            $"the median file has {medianFile} lines, and the limit is {MedianFile}; "
                + $"the median method has {medianMethod} lines, and the limit is {MedianMethod}");
    }

    [Fact]
    public void There_are_no_regions() => Findings.AssertNone(SourceTree.Files
        .Where(file => file.Syntax.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)))
        .Select(file => file.Path));

    private static string At(SourceFile file, CSharpSyntaxNode node) => $"{file.Path}:{SourceFile.LineOf(node)}";

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
