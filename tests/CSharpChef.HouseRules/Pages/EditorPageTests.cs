using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Pages;

/// <summary>The settings in docs/editor.md are those that <c>csharpchef editor setup</c> writes.</summary>
public sealed class EditorPageTests
{
    private static readonly string Page = File.ReadAllText(SourceTree.PathOf("docs/editor.md"));

    [Fact]
    public void The_settings_of_Helix_are_on_the_page() => Assert.Contains(
        $"```toml\n{File.ReadAllText(SourceTree.PathOf("src/CSharpChef.Cli/EditorSettings/files/languages.toml"))}```", Page);

    [Fact]
    public void Every_schema_is_on_the_page() => Assert.All(
        Directory.EnumerateFiles(SourceTree.PathOf("schemas")),
        schema => Assert.Contains($"(../schemas/{Path.GetFileName(schema)})", Page));
}
