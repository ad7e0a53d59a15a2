using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Tests;

public sealed class LengthTests
{
    private static readonly IReadOnlyList<string> Files = [.. SourceTree.CSharpFiles("src")];

    [Fact]
    public void Files_are_short()
    {
        var lengths = Files.ToDictionary(file => SourceTree.Name(file), file => File.ReadLines(file).Count());

        Assert.DoesNotContain(lengths, file => file.Value > 400);
        Assert.InRange(Median(lengths.Values), 1, 65);
    }

    [Fact]
    public void Methods_are_short()
    {
        var lengths = Files.SelectMany(Methods).ToList();

        Assert.DoesNotContain(lengths, method => method.Lines > 60);
        Assert.InRange(Median(lengths.Select(method => method.Lines)), 1, 8);
    }

    [Fact]
    public void Lines_fit_a_screen() => Assert.Empty(Files
        .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{SourceTree.Name(file)}:{index + 1}", line.Length)))
        .Where(line => line.Length > 180)
        .Select(line => line.Place));

    [Fact]
    public void Shell_parts_are_short() => Assert.Empty(Directory
        .EnumerateFiles(SourceTree.PathOf("src"), "*.sh", SearchOption.AllDirectories)
        .Where(file => File.ReadLines(file).Count() > 250)
        .Select(SourceTree.Name));

    private static IEnumerable<(string Name, int Lines)> Methods(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file))
        .GetRoot()
        .DescendantNodes()
        .OfType<BaseMethodDeclarationSyntax>()
        .Select(method => ($"{SourceTree.Name(file)}: {method.ToString().Split('\n')[0]}", method.ToString().Split('\n').Length));

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
