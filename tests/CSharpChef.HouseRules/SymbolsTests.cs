using System.Xml.Linq;
using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>The list of symbols that the analyzer bans, and bans that the analyzer cannot check.</summary>
public sealed class SymbolsTests
{
    [Theory]
    [InlineData("System.DateTime.Now")]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.DateTimeOffset.UtcNow")]
    [InlineData("System.Threading.Thread.Sleep")]
    [InlineData("System.Threading.Tasks.Task`1.Result")]
    [InlineData("System.Threading.Tasks.Task.Wait")]
    public void The_list_of_banned_symbols_contains(string symbol) =>
        Assert.Contains(
            File.ReadLines(SourceTree.PathOf("src/BannedSymbols.txt")),
            line => line.Contains(symbol, StringComparison.Ordinal));

    [Fact]
    public void Every_project_of_src_is_analyzed_with_that_list()
    {
        var props = XDocument.Load(SourceTree.PathOf("Directory.Build.props"));
        var group = props.Descendants("PackageReference")
            .Single(item => item.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers").Parent!;

        Assert.Contains("Contains('src')", group.Attribute("Condition")!.Value, StringComparison.Ordinal);
        Assert.Contains(
            group.Elements("AdditionalFiles"),
            item => item.Attribute("Include")!.Value.EndsWith("src/BannedSymbols.txt", StringComparison.Ordinal));
        Assert.All(Directory.EnumerateDirectories(SourceTree.PathOf("src")), folder =>
            Assert.True(
                File.Exists(Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj")),
                $"{folder} has no project of its name"));
    }

    [Fact]
    public void Only_the_command_line_writes_to_the_console() => Findings.AssertNone(Accesses("Console", "")
        .Where(found => !found.Path.StartsWith("src/CSharpChef.Cli/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("DateTime", "Now")]
    [InlineData("DateTime", "UtcNow")]
    [InlineData("DateTimeOffset", "Now")]
    [InlineData("DateTimeOffset", "UtcNow")]
    [InlineData("Thread", "Sleep")]
    public void No_code_reads_the_clock_or_waits_without_a_TimeProvider(string type, string member) =>
        Findings.AssertNone(Accesses(type, member));

    [Fact]
    public void A_warning_that_is_switched_off_has_a_reason() => Findings.AssertNone(
        from file in SourceTree.Files
        from line in file.Lines
        where line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
            && !line.Contains("//", StringComparison.Ordinal)
        select $"{file.Path}: {line}");

    private static IEnumerable<(string Path, string Text)> Accesses(string type, string member) =>
        from file in SourceTree.Files
        where file.Text.Contains(type, StringComparison.Ordinal)
        from access in file.Nodes<MemberAccessExpressionSyntax>()
        where access.Expression.ToString() == type
            && access.Name.ToString().StartsWith(member, StringComparison.Ordinal)
        select (file.Path, $"line {SourceFile.LineOf(access)}: {access}");
}
