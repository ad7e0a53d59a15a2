using System.Text.Json;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Editor;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editor;

/// <summary>The language server finds what <c>csharpchef check</c> finds, also in texts that are not saved.</summary>
[WholeSuite]
public sealed class DiagnosticsTests(EditorFixture editor) : IClassFixture<EditorFixture>
{
    [Theory]
    [InlineData("web/recipes/default.csx", "Packag(\"nginx\");\n")]
    [InlineData("web/recipes/default.csx", "Package(\"nginx\")\nService(\n")]
    [InlineData("web/recipes/default.csx", "Service(\"x\", s => s.Restart());\n")]
    [InlineData("web/recipes/default.csx", "var answer = Query(\"uptime\");\nLog($\"{answer}\");\nConverge();\n")]
    [InlineData("web/recipes/default.csx", "#load \"../lib/greeting.csx\"\nstring Name => Greeting();\nstring? n = null;\nLog(n.Length.ToString());\n")]
    [InlineData("web/recipes/default.csx", "#:sdk CSharpChef.Sdk@1.0.0\nLog(\"x\");\n")]
    [InlineData("web/recipes/default.csx", "#:unknown x\nLog(\"x\");\n")]
    [InlineData("web/recipes/default.csx", "#:package Semver@3.0.0\nLog(\"x\");\n")]
    [InlineData("web/recipes/default.csx", "#:include ../lib/missing.csx\r\nLog(\"x\");\r\nPackag(\"a\");\r\n")]
    [InlineData("web/recipes/default.csx", "Log(\"fine\");\n")]
    [InlineData("web/lib/options.csx", "record SiteOptions\n{\n    public int Port { get; init; } = \"x\";\n}\n")]
    [InlineData("web/lib/options.csx", "record SiteOptions\n{\n    public int Port { get init; }\n}\n")]
    [InlineData("web/lib/greeting.csx", "string Greeting() => 5;\n")]
    [InlineData("base/resources/motd.csx", "sealed class MotdResource(string text) : Resource(text)\n{\n    string? n; int L => n.Length;\n}\n")]
    public async Task A_text_that_is_not_saved_has_the_findings_of_check(string file, string text)
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var open = await EditedText.OpenAsync(client, cookbooks[file]);
        _ = await open.DiagnosticsAsync(ct);

        await open.BecomeAsync(text);
        var found = await open.DiagnosticsAsync(ct);

        await File.WriteAllTextAsync(cookbooks[file], text, ct);
        var expected = await CheckedAsync(cookbooks, file);
        // The server has another current folder than check.
        var shown = found.Select(each => Line(each)
            .Replace($"../{Path.GetFileName(cookbooks.Root)}/", "", StringComparison.Ordinal));
        Assert.Equal(expected, shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mistake_in_shared_code_is_shown_in_its_file_while_a_recipe_is_open()
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create().With("web/lib/options.csx", "record SiteOptions { int Port => \"\"; }\n");
        var client = await editor.ClientAsync();
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        var uri = new Uri(cookbooks["web/lib/options.csx"]).AbsoluteUri;
        var found = await client.NextAsync(
            "textDocument/publishDiagnostics", each => each.GetProperty("uri").GetString() == uri, ct);

        Assert.Equal("CS0029", found.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("void\n")]
    [InlineData("var x\n")]
    [InlineData("sealed clas ")]
    public async Task A_word_that_is_typed_in_shared_code_is_a_mistake_there_and_none_in_recipes(string typed)
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);
        await using var options = await EditedText.OpenAsync(client, cookbooks["web/lib/options.csx"]);
        Assert.Empty(await options.DiagnosticsAsync(ct));

        await options.BecomeAsync(typed + EditorCookbooks.Options);
        await recipe.BecomeAsync(EditorCookbooks.Recipe + "new SiteOptions().Prt.ToString();\n");

        var found = await recipe.DiagnosticsAsync(ct);
        Assert.Equal("CS1061", Assert.Single(found).GetProperty("code").GetString());
        await options.BecomeAsync(typed + "\n" + EditorCookbooks.Options);
        Assert.NotEmpty(await options.DiagnosticsAsync(ct));
    }

    [Fact]
    public async Task A_word_that_is_typed_in_shared_code_leaves_recipes_of_other_cookbooks_without_mistakes()
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var motd = await EditedText.OpenAsync(
            client, cookbooks["base/resources/motd.csx"], "void\n" + EditorCookbooks.Motd);
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        await recipe.BecomeAsync(EditorCookbooks.Recipe + "Motd(\"x\");\n");

        Assert.Empty(await recipe.DiagnosticsAsync(ct));
    }

    [Theory]
    [InlineData("{\n  \"name\": \"web\",,\n}", 1, "expected a name")]
    [InlineData("{\n  \"name\": \"web\",\n  \"dependencies\": { \"nope\": { \"path\": \"../nope\" } }\n}", 2, "nope")]
    public async Task A_mistake_in_cookbook_json_is_shown_in_that_file_and_not_in_a_recipe(
        string json, int line, string text)
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create().With("web/cookbook.json", json);
        var client = await editor.ClientAsync();
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        Assert.Empty(await recipe.DiagnosticsAsync(ct));
        var uri = new Uri(cookbooks["web/cookbook.json"]).AbsoluteUri;
        var published = await client.NextAsync(
            "textDocument/publishDiagnostics", each => each.GetProperty("uri").GetString() == uri, ct);

        var found = Assert.Single(published.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(line, found.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Contains(text, found.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_file_that_is_not_saved_yet_counts()
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var resource = await EditedText.OpenAsync(
            client, cookbooks["web/resources/banner.csx"], EditorCookbooks.Motd.Replace("Motd", "Banner", StringComparison.Ordinal));
        await using var lib = await EditedText.OpenAsync(client, cookbooks["web/lib/ports.csx"], "enum Ports { Web = 80 }\n");
        await using var added = await EditedText.OpenAsync(client, cookbooks["web/recipes/added.csx"], "Packag(\"x\");\n");
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        var names = await recipe.CompleteAsync("Include(\"$$\");");
        await recipe.BecomeAsync("Banner(\"x\", b => b.Color = $\"{Ports.Web}\");\nInclude(\"::added\");\n");

        Assert.Contains("web::added", names);
        Assert.Empty(await recipe.DiagnosticsAsync(ct));
        await added.BecomeAsync("Packag(\"y\");\n");
        Assert.Equal("CS0103", Assert.Single(await added.DiagnosticsAsync(ct)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_that_changed_on_the_disk_is_checked_when_the_editor_says_so()
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);
        Assert.Empty(await recipe.DiagnosticsAsync(ct));

        cookbooks.With("web/lib/options.csx", "record SiteOptions2;\n");
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new
        {
            changes = new[] { new { uri = new Uri(cookbooks["web/lib/options.csx"]).AbsoluteUri, type = 2 } },
        });

        var found = await recipe.DiagnosticsAsync(ct);
        Assert.Equal("CS0246", found[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_text_that_is_closed_counts_as_its_file_again()
    {
        var ct = TestContext.Current.CancellationToken;
        using var cookbooks = EditorCookbooks.Create();
        var client = await editor.ClientAsync();
        await using var recipe = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);
        var options = await EditedText.OpenAsync(client, cookbooks["web/lib/options.csx"], "record SiteOptions2;\n");
        Assert.NotEmpty(await recipe.DiagnosticsAsync(ct));

        await options.DisposeAsync();

        Assert.Empty(await recipe.DiagnosticsAsync(ct));
    }

    // What check says about one file: line, column, severity, code and the rest in one text.
    private static async Task<IEnumerable<string>> CheckedAsync(CookbookFolder cookbooks, string file)
    {
        var outcome = await CommandLine.RunAsync("check", cookbooks.Root);
        var text = outcome.Out.Replace($"{cookbooks.Root}/", "", StringComparison.Ordinal);
        return text.Replace("\n    ", " | ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.StartsWith($"{file}:", StringComparison.Ordinal))
            .Select(line => line[(file.Length + 1)..])
            .Order(StringComparer.Ordinal);
    }

    private static string Line(JsonElement diagnostic)
    {
        var start = diagnostic.GetProperty("range").GetProperty("start");
        var severity = diagnostic.GetProperty("severity").GetInt32() switch { 1 => "error", 2 => "warning", _ => "note" };
        var code = diagnostic.TryGetProperty("code", out var given) ? $" {given.GetString()}" : "";
        return $"{start.GetProperty("line").GetInt32() + 1}:{start.GetProperty("character").GetInt32() + 1}: {severity}{code}: "
            + diagnostic.GetProperty("message").GetString()!.Replace("\n", " | ", StringComparison.Ordinal);
    }
}
