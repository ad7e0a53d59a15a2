using System.Xml.Linq;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.HouseRules;

/// <summary>
/// The examples in the doc comments of stack declarations compile, and every word of a stack file has an example.
/// </summary>
public sealed class StackExamplesTests : IDisposable
{
    private const string Word = "M:CSharpChef.Recipes.StackContext.";
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_compile_and_declare_something()
    {
        var examples = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CSharpChef.Recipes.xml"))
            .Descendants("member")
            .Where(member => Says(member, "StackContext")
                || Says(member, "Declaration")
                || Says(member, "LoadBasedScaling"))
            .Select(member => member.Element("example")?.Element("code")?.Value)
            .OfType<string>()
            .ToList();
        folder.With(
            "all.csx",
            string.Concat(examples.Select((code, index) => $"Stack(\"example{index}\");\n{{\n{code}\n}}\n")));

        var stacks = await new StackFile(folder["all.csx"], DiskCache.Default()).ReadAsync(
            TestContext.Current.CancellationToken);

        Assert.True(stacks.Count >= examples.Count, "an example declares nothing");
    }

    [Theory]
    [InlineData("Stack")]
    [InlineData("Layer")]
    [InlineData("Instance")]
    [InlineData("App")]
    [InlineData("Permission")]
    [InlineData("Secret")]
    [InlineData("Json")]
    public void A_word_has_an_example(string word) => Assert.Contains(
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CSharpChef.Recipes.xml")).Descendants("member"),
        member => member.Attribute("name")!.Value.StartsWith($"{Word}{word}(", StringComparison.Ordinal)
            && member.Element("example") is not null);

    private static bool Says(XElement member, string type) =>
        member.Attribute("name")!.Value.Contains(type, StringComparison.Ordinal);
}
