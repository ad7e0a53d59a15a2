using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Editor;

namespace CSharpChef.Tests.Editor;

/// <summary>What the language server says about a position.</summary>
[WholeSuite]
public sealed class HoverTests(EditorFixture editor) : IClassFixture<EditorFixture>
{
    [Theory]
    [InlineData("Pack$$age(\"x\");", "PackageResource Package(string name", "A package of the machine's package manager")]
    [InlineData("Mo$$td(\"x\");", "MotdResource Motd(string text", "The message of the day")]
    [InlineData("Motd(\"x\", m => m.Co$$lor = \"blue\");", "string MotdResource.Color", "The color of the message")]
    [InlineData("Node.Bind<Site$$Options>(\"site\");", "SiteOptions", "The options of a site")]
    [InlineData("Node.Bi$$nd<SiteOptions>(\"site\");", "Node.Bind<SiteOptions>(string section)", "\n\nExceptions: RecipeException")]
    [InlineData("var h = Node.Host$$name;", "string Node.Hostname", "")]
    public async Task Hover_shows_the_declaration_and_its_documentation(string line, string code, string text)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");

        var hover = await recipe.AskAsync("hover", EditorCookbooks.Recipe + line);

        var shown = hover.GetProperty("contents").GetProperty("value").GetString()!;
        Assert.Contains(code, shown, StringComparison.Ordinal);
        Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceFile", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceLine", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n$$\n")]
    [InlineData("Include(\"we$$b\");")]
    [InlineData("Template(\"/x\", t => t.Source = \"site.$$conf\");")]
    public async Task Hover_over_a_blank_line_or_a_text_says_nothing(string line)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");

        var hover = await recipe.AskAsync("hover", EditorCookbooks.Recipe + line);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, hover.ValueKind);
    }

    [Theory]
    [InlineData("Motd($$", 0, "MotdResource Motd(string text, Action<MotdResource>? configure = null)")]
    [InlineData("Package(\"x\", $$", 1, "PackageResource Package(string name, Action<PackageResource>? configure = null)")]
    [InlineData("File(\"/x\", configure: $$)", 1, "FileResource File(string path, Action<FileResource>? configure = null)")]
    [InlineData("Link(\"/a\", l => l.Do($$", 0, "void Do(params ResourceAction[] actions)")]
    [InlineData("Node.Bind<SiteOptions>($$)", 0, "SiteOptions Bind<SiteOptions>(string section)")]
    public async Task Signature_help_shows_the_parameters_that_an_author_writes(string line, int active, string label)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");

        var help = await recipe.AskAsync("signatureHelp", EditorCookbooks.Recipe + line);

        var shown = help.GetProperty("signatures")[help.GetProperty("activeSignature").GetInt32()];
        Assert.Equal(label, shown.GetProperty("label").GetString());
        Assert.Equal(active, help.GetProperty("activeParameter").GetInt32());
    }
}
