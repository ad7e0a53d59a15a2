using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Editor;

namespace CSharpChef.Tests.Editor;

/// <summary>Where the language server finds declarations.</summary>
[WholeSuite]
public sealed class DefinitionTests(EditorFixture editor) : IClassFixture<EditorFixture>
{
    [Theory]
    [InlineData("Package(si$$te.ToString());", "web/recipes/default.csx", 2, 4)]
    [InlineData("Mo$$td(\"x\");", "base/resources/motd.csx", 2, 13)]
    [InlineData("Motd(\"x\", m => m.Co$$lor = \"blue\");", "base/resources/motd.csx", 5, 18)]
    [InlineData("new Site$$Options();", "web/lib/options.csx", 1, 7)]
    [InlineData("Greet$$ing();", "web/lib/greeting.csx", 0, 7)]
    [InlineData("Log(Paths.Si$$tes);", "base/lib/paths.csx", 0, 42)]
    [InlineData("Template(\"/x\", t => t.Source = \"site.$$conf\");", "web/templates/site.conf.liquid", 0, 0)]
    [InlineData("CookbookFile(\"/x\", f => f.Source = \"lo$$go.txt\");", "web/files/logo.txt", 0, 0)]
    [InlineData("Include(\"web::dep$$loy\");", "web/recipes/deploy.csx", 0, 0)]
    [InlineData("Include(\"::dep$$loy\");", "web/recipes/deploy.csx", 0, 0)]
    [InlineData("var port = Node[\"site.po$$rt\"];", "web/attributes/default.json", 0, 12)]
    public async Task A_definition_is_found_in_files_of_cookbooks(string line, string file, int row, int column)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");

        var found = await recipe.AskAsync("definition", EditorCookbooks.Recipe + line);

        var place = Assert.Single(found.EnumerateArray());
        Assert.Equal(new Uri(editor.Cookbooks[file]).AbsoluteUri, place.GetProperty("uri").GetString());
        var start = place.GetProperty("range").GetProperty("start");
        Assert.Equal(row, start.GetProperty("line").GetInt32());
        Assert.Equal(column, start.GetProperty("character").GetInt32());
    }

    [Theory]
    [InlineData("../lib/gr$$eeting.csx", "web/lib/greeting.csx")]
    [InlineData("cookbook:base/lib/pa$$ths.csx", "base/lib/paths.csx")]
    public async Task The_definition_of_an_include_is_the_script(string marked, string file)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");
        var path = marked.Replace("$$", "", StringComparison.Ordinal);

        var found = await recipe.AskAsync(
            "definition", EditorCookbooks.Recipe.Replace(path, marked, StringComparison.Ordinal));

        Assert.Equal(
            new Uri(editor.Cookbooks[file]).AbsoluteUri,
            Assert.Single(found.EnumerateArray()).GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData("Console.Write$$Line();")]
    [InlineData("Pack$$age(\"x\");")]
    [InlineData("Template(\"/x\", t => t.Source = \"unkn$$own\");")]
    [InlineData("Include(\"not a na$$me\");")]
    [InlineData("$$")]
    public async Task What_no_file_of_a_cookbook_declares_has_no_definition(string line)
    {
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");

        var found = await recipe.AskAsync("definition", EditorCookbooks.Recipe + line);

        Assert.Empty(found.EnumerateArray());
    }

    [Fact]
    public async Task A_definition_in_shared_code_is_found_from_shared_code()
    {
        await using var resource = await editor.OpenAsync("base/resources/motd.csx");

        var found = await resource.AskAsync(
            "definition", EditorCookbooks.Motd.Replace("[Create]", "[Cre$$ate]", StringComparison.Ordinal));

        Assert.Equal(
            7, Assert.Single(found.EnumerateArray()).GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
    }
}
