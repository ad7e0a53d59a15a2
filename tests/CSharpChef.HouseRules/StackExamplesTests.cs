using System.Xml.Linq;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
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
    public async Task Every_example_compiles_and_declares_a_part()
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
            string.Concat(examples.Select((code, index) => $"Stack(\"example{index}\");\n{{\n{code}\n}}\n"))
                + $"Stack(\"example{examples.Count}\");\n");

        var stacks = await new StackFile(folder["all.csx"], DiskCache.Default()).ReadAsync(
            TestContext.Current.CancellationToken);

        Findings.AssertNone(examples.Where((_, index) => IsEmpty(stacks, $"example{index}", $"example{index + 1}")));
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

    // An example without an effect leaves its stack empty, and declares no other stack before that of the next example.
    private static bool IsEmpty(IReadOnlyList<StackDeclaration> stacks, string name, string nextName)
    {
        var index = stacks.Index().Single(entry => entry.Item.Key == name).Index;
        var stack = stacks[index];
        return stacks[index + 1].Key == nextName
            && stack.LayerList.Count + stack.AppList.Count + stack.InstanceList.Count + stack.PermissionList.Count == 0;
    }

    private static bool Says(XElement member, string type) =>
        member.Attribute("name")!.Value.Contains(type, StringComparison.Ordinal);
}
