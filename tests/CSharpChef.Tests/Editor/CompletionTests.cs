using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Editor;

namespace CSharpChef.Tests.Editor;

/// <summary>What the language server offers at marked positions of half-written texts.</summary>
[WholeSuite]
public sealed class CompletionTests(EditorFixture editor) : IClassFixture<EditorFixture>
{
    [Fact]
    public async Task Completion_offers_what_is_expected_at_each_marked_position_and_nothing_unwanted()
    {
        var problems = new List<string>();
        foreach (var file in MarkedPosition.All.GroupBy(position => position.File))
        {
            await using var text = await editor.OpenAsync(file.Key);
            foreach (var position in file)
            {
                var labels = await text.CompleteAsync(position.Text);
                problems.AddRange(Words(position.Expected).Except(labels).Select(word => $"{position}: no {word}"));
                problems.AddRange(Words(position.Unwanted).Intersect(labels).Select(word => $"{position}: {word}"));
            }
        }

        Assert.True(MarkedPosition.All.Count >= 30);
        Findings.AssertNone(problems);
    }

    [Fact]
    public async Task An_item_is_described_without_the_parameters_that_the_compiler_fills_in()
    {
        await using var text = await editor.OpenAsync("web/recipes/default.csx");
        var list = await text.AskAsync("completion", EditorCookbooks.Recipe + "Pack$$");
        var item = list.GetProperty("items").EnumerateArray()
            .First(each => each.GetProperty("label").GetString() == "Package");

        var resolved = await (await editor.ClientAsync()).RequestAsync("completionItem/resolve", item);

        var documentation = resolved.GetProperty("documentation").GetProperty("value").GetString()!;
        Assert.Contains("A package of the machine's package manager", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceFile", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceLine", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_replaces_the_letters_that_were_typed()
    {
        await using var text = await editor.OpenAsync("web/recipes/default.csx");

        var list = await text.AskAsync("completion", "Log(\"😀\"); Pack$$");

        var edit = list.GetProperty("items").EnumerateArray()
            .First(each => each.GetProperty("label").GetString() == "Package").GetProperty("textEdit");
        Assert.Equal("Package", edit.GetProperty("newText").GetString());
        // A character outside the basic plane counts twice in UTF-16.
        Assert.Equal(11, edit.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
        Assert.Equal(15, edit.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task A_member_to_override_is_inserted_with_its_body()
    {
        await using var text = await editor.OpenAsync("base/resources/motd.csx");

        var list = await text.AskAsync(
            "completion",
            "sealed class AResource(string text) : Resource(text)\n{\n    protected override Defa$$\n}\n");

        var edit = list.GetProperty("items").EnumerateArray().Single().GetProperty("textEdit");
        Assert.Equal(
            "sealed class AResource(string text) : Resource(text)\n{\n    protected override IEnumerable<ResourceAction> DefaultActions()\n    {\n        throw new NotImplementedException();\n    }\n}\n",
            text.With(edit));
    }

    [Fact]
    public async Task Words_of_shared_code_stay_while_it_is_broken_in_another_text()
    {
        await using var resource = await editor.OpenAsync("base/resources/motd.csx");
        await using var recipe = await editor.OpenAsync("web/recipes/default.csx");
        Assert.Contains("Color", await recipe.CompleteAsync(EditorCookbooks.Recipe + "Motd(\"x\", m => m.$$"));

        await resource.BecomeAsync(EditorCookbooks.Motd.Replace("public string Color", "public str(( { Col", StringComparison.Ordinal));
        var labels = await recipe.CompleteAsync(EditorCookbooks.Recipe + "Motd(\"x\", z => z.$$");
        await resource.BecomeAsync(EditorCookbooks.Motd.Replace("Color", "Shade", StringComparison.Ordinal));
        var mended = await recipe.CompleteAsync(EditorCookbooks.Recipe + "Motd(\"x\", m => m.$$");

        Assert.Contains("Color", labels);
        Assert.Contains("Shade", mended);
        Assert.DoesNotContain("Color", mended);
    }

    [Fact]
    public async Task A_script_outside_all_cookbooks_is_completed()
    {
        editor.Cookbooks.With("notes.csx", "");
        await using var text = await editor.OpenAsync("notes.csx");

        var labels = await text.CompleteAsync("var x = \"a\";\nx.$$");

        Assert.Contains("Length", labels);
    }

    [Fact]
    public async Task A_stack_is_not_completed_with_words_of_recipes()
    {
        editor.Cookbooks.With("shop.csx", "");
        await using var text = await editor.OpenAsync("shop.csx");

        var labels = await text.CompleteAsync("// The shop.\nStack(\"shop\", s => s.DefaultOs = \"Debian 12\");\n$$");

        Assert.Empty(labels);
    }

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
