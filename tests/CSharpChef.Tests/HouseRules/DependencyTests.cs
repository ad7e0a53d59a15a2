using System.Xml.Linq;

namespace CSharpChef.Tests;

public sealed class DependencyTests
{
    [Theory]
    [InlineData("CSharpChef.Recipes", "")]
    [InlineData("CSharpChef.Converge", "CSharpChef.Recipes")]
    [InlineData("CSharpChef.Testing", "CSharpChef.Converge")]
    [InlineData("CSharpChef.Cli", "CSharpChef.Converge")]
    public void A_project_knows_of_the_ones_to_its_right_and_no_others(string project, string known)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(known, string.Join(' ', references));
    }

    [Fact]
    public void Recipes_needs_nothing_but_the_framework() => Assert.Empty(Items("CSharpChef.Recipes", "PackageReference"));

    [Theory]
    [InlineData("Microsoft.CodeAnalysis", "Compile/RecipeCompiler")]
    [InlineData("Renci.SshNet", "Send/")]
    [InlineData("Fluid", "Evaluate/")]
    [InlineData("DiffPlex", "Summarize/UnifiedDiff.cs")]
    public void A_library_is_named_in_one_place(string library, string place)
    {
        var others = SourceTree.CSharpFiles("src")
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith($"using {library}", StringComparison.Ordinal)))
            .Where(file => !SourceTree.Name(file).StartsWith($"src/CSharpChef.Converge/{place}", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void Versions_stand_in_one_file() => Assert.DoesNotContain(
        Directory.EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories),
        project => File.ReadAllText(project).Contains("Version=\"", StringComparison.Ordinal));

    private static IEnumerable<string> Items(string project, string kind) => XDocument
        .Load(SourceTree.PathOf($"src/{project}/{project}.csproj"))
        .Descendants(kind)
        .Select(item => item.Attribute("Include")!.Value);
}
