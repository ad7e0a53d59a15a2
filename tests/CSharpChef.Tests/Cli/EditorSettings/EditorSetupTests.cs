using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Cli.EditorSettings;
using CSharpChef.Converge.Errors;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.EditorSettings;

/// <summary><c>csharpchef editor setup</c> for Visual Studio Code, whose settings are in the project.</summary>
public sealed class EditorSetupTests : IDisposable
{
    private const string Settings = ".vscode/settings.json";
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Settings_are_written_with_schemas_and_a_second_setup_changes_nothing()
    {
        (await SetupAsync()).Exits(0).Prints("Visual Studio Code", "written", "settings.json", "next: commit the folder .vscode");

        foreach (var name in SchemaNames())
        {
            Assert.Equal(
                File.ReadAllText(SourceTree.PathOf($"schemas/{name}")), File.ReadAllText(folder[$".vscode/csharpchef/{name}"]));
        }

        Assert.Equal(
            SchemaNames().Select(name => $"./.vscode/csharpchef/{name}").Order(),
            Read(Settings)["json.schemas"]!.AsArray().Select(mapping => mapping!["url"]!.GetValue<string>()).Order());
        Assert.Equal("csharp", Read(Settings)["files.associations"]!["*.csx"]!.GetValue<string>());
        (await SetupAsync()).Exits(0).Prints("unchanged").DoesNotPrint("written");
    }

    [Fact]
    public async Task What_the_user_has_set_stays()
    {
        folder.With("csharpchef.json", """{ "inventory": "fleet/machines.json" }""").With(Settings, """
            {
                "editor.tabSize": 3,
                "files.associations": { "*.csx": "plaintext" },
                "json.schemas": [
                    { "fileMatch": ["app.json"], "url": "./app.json" },
                    { "fileMatch": ["mine.json"], "url": "./.vscode/csharpchef/inventory.schema.json" }
                ]
            }
            """).With(".vscode/extensions.json", """{ "recommendations": ["me.mine"], "unwantedRecommendations": ["a.b"] }""");

        (await SetupAsync()).Exits(0);

        var settings = Read(Settings);
        Assert.Equal(3, settings["editor.tabSize"]!.GetValue<int>());
        Assert.Equal("""{"*.csx":"plaintext","*.liquid":"liquid"}""", settings["files.associations"]!.ToJsonString());
        var mappings = settings["json.schemas"]!.AsArray();
        Assert.Equal("""{"fileMatch":["app.json"],"url":"./app.json"}""", mappings[0]!.ToJsonString());
        Assert.Equal("""["mine.json","hosts.json","inventory.json","machines.json"]""", mappings[1]!["fileMatch"]!.ToJsonString());
        Assert.Equal(6, mappings.Count);
        Assert.Equal(
            """{"recommendations":["me.mine","csharpchef.csharpchef","ms-dotnettools.csharp"],"unwantedRecommendations":["a.b"]}""",
            Read(".vscode/extensions.json").ToJsonString());
    }

    [Theory]
    [InlineData("{ \"a\": 1, // mine\n}", "it has comments or trailing commas, which would be lost")]
    [InlineData("{ \"json.schemas\": {} }", "\"json.schemas\" in it is not a list")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", "it has a member twice, of which one would be lost")]
    [InlineData("{ \"a\": { \"b\": 1, \"b\": 2 } }", "it has a member twice, of which one would be lost")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{ \"a\": ", "it is not a JSON object")]
    public async Task A_file_that_cannot_be_changed_without_loss_stays_and_what_is_missing_is_printed(
        string text, string why)
    {
        folder.With(Settings, text);

        var setup = (await SetupAsync()).Exits(3)
            .Prints($"stays as it is, since {why}: add the settings", "refused", "\"json.schemas\": [", "written", "extensions.json");

        Assert.Equal(text, File.ReadAllText(folder[Settings]));
        Assert.Contains(why, setup.Error);
    }

    [Fact]
    public async Task A_file_with_comments_that_has_all_settings_is_accepted()
    {
        (await SetupAsync()).Exits(0);
        File.WriteAllText(folder[Settings], $"// ours\n{File.ReadAllText(folder[Settings])}");

        (await SetupAsync()).Exits(0).DoesNotPrint("written", "refused");
    }

    [Theory]
    [InlineData("{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2\n\t}\n}\n")]
    [InlineData("\uFEFF{\r\n    \"a\": 1\r\n}\r\n")]
    [InlineData("{\r\n   \"a\": 1\r\n}")]
    public async Task Indentation_line_ends_and_the_byte_order_mark_of_a_file_stay(string text)
    {
        folder.With(Settings, "");
        File.WriteAllBytes(folder[Settings], Encoding.UTF8.GetBytes(text));

        (await SetupAsync()).Exits(0).Prints("written");

        var written = Encoding.UTF8.GetString(File.ReadAllBytes(folder[Settings]));
        var end = text.Contains('\r') ? "\r\n" : "\n";
        var head = text[..text.LastIndexOf('}')].TrimEnd();
        Assert.StartsWith($"{head},{end}", written);
        Assert.Equal(text.EndsWith('\n'), written.EndsWith('\n'));
        Assert.Equal(end == "\n" ? 0 : written.Count(c => c == '\n'), written.Count(c => c == '\r'));
        Assert.Contains($"{end}{text.Split('"')[0].TrimStart('\uFEFF', '{', '\r', '\n')}\"files.associations\": {{{end}", written);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_stays()
    {
        folder.With(Settings, "");
        File.WriteAllBytes(folder[Settings], [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0]);

        (await SetupAsync()).Exits(3).Prints("since it is not a text in UTF-8");

        Assert.Equal(6, new FileInfo(folder[Settings]).Length);
    }

    [Fact]
    public async Task Recipes_with_another_language_than_csharp_are_a_next_step()
    {
        folder.With(Settings, """{ "files.associations": { "*.csx": "plaintext" } }""");

        (await SetupAsync()).Exits(0).Prints("next: \"files.associations\" in settings.json gives recipes another language");
    }

    [Theory]
    [InlineData(".vscode")]
    [InlineData(".vscode/settings.json/x")]
    public async Task A_file_in_the_place_of_a_folder_and_the_reverse_are_errors_with_what_to_do(string obstacle)
    {
        folder.With(obstacle, "");

        (await SetupAsync()).Exits(3).Prints("settings.json cannot be written: ", "Correct that and set up again", "--print")
            .DoesNotPrint("bug", "   at ");
    }

    [Fact]
    public async Task Printing_writes_nothing()
    {
        (await SetupAsync("--print")).Exits(0).Prints("to write", "settings.json <==", "\"json.schemas\": [")
            .DoesNotPrint("cookbook.schema.json <==");

        Assert.False(Directory.Exists(folder[".vscode"]));
    }

    [Fact]
    public async Task JSON_has_the_state_of_each_file_and_the_next_steps()
    {
        var editor = (await SetupAsync("--json")).Exits(0).Json.GetProperty("editors")[0];

        Assert.Equal("vscode", editor.GetProperty("name").GetString());
        Assert.Equal(2, editor.GetProperty("next").GetArrayLength());
        Assert.All(editor.GetProperty("files").EnumerateArray(), file =>
        {
            Assert.Equal("written", file.GetProperty("state").GetString());
            Assert.True(File.Exists(file.GetProperty("path").GetString()));
        });
    }

    [Fact]
    public async Task A_folder_or_editor_that_does_not_exist_is_a_usage_error()
    {
        (await CommandLine.RunAsync("editor", "setup", "--editor", "vscode", "--no-install", folder["missing"])).Exits(2)
            .Prints($"there is no folder {folder["missing"]}");
        (await CommandLine.RunAsync("editor", "setup", "--editor", "ed", folder.Root)).Exits(2).Prints("neovim");
    }

    [Fact]
    public async Task The_template_of_a_cookbook_has_what_setup_writes_beside_the_schemas()
    {
        (await SetupAsync()).Exits(0);
        var settings = Read(Settings);
        settings.Remove("json.schemas");

        Assert.Equal(settings.ToJsonString(), OfTemplate("settings.json").ToJsonString());
        Assert.Equal(Read(".vscode/extensions.json").ToJsonString(), OfTemplate("extensions.json").ToJsonString());
    }

    [Fact]
    public void Editors_are_found_by_their_programs_on_the_PATH()
    {
        folder.With("bin/hx", "").With("other/nvim", "");
        var path = string.Join(Path.PathSeparator, folder["bin"], folder["other"]);

        Assert.Equal(["helix", "neovim"], EditorList.Installed(_ => path).Select(editor => editor.Name));
        Assert.Empty(EditorList.Installed(_ => null));
    }

    [Fact]
    public void Without_an_editor_on_the_PATH_the_error_has_the_names_that_the_option_takes()
    {
        var error = Assert.Throws<UsageException>(() => EditorList.Chosen([], _ => null));

        Assert.EndsWith("name the editor with --editor (emacs, helix, neovim, vscode)", error.Message);
        Assert.Equal(["helix"], EditorList.Chosen(["helix"], _ => null).Select(editor => editor.Name));
    }

    [Fact]
    public async Task The_extension_maps_schemas_to_the_files_of_the_settings()
    {
        (await SetupAsync()).Exits(0);
        var settings = Read(Settings)["json.schemas"]!.AsArray().ToDictionary(
            mapping => Path.GetFileName(mapping!["url"]!.GetValue<string>()),
            mapping => mapping!["fileMatch"]!.AsArray().Select(file => file!.GetValue<string>()));
        var extension = JsonNode.Parse(File.ReadAllText(SourceTree.PathOf("editors/vscode/package.json")))!;

        Assert.All(extension["contributes"]!["jsonValidation"]!.AsArray(), mapping => Assert.Equal(
            [mapping!["fileMatch"]!.GetValue<string>()], settings[Path.GetFileName(mapping["url"]!.GetValue<string>())]));
    }

    [Fact]
    public void The_extension_watches_recipes_of_both_endings() => Assert.Contains(
        "'**/{*.csx,*.cs,*.liquid,", File.ReadAllText(SourceTree.PathOf("editors/vscode/src/server.js")));

    private Task<CommandOutcome> SetupAsync(params string[] options) =>
        CommandLine.RunAsync(["editor", "setup", "--editor", "vscode", "--no-install", folder.Root, .. options]);

    private JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(folder[file]))!.AsObject();

    private static JsonObject OfTemplate(string file) => JsonNode.Parse(
        File.ReadAllText(SourceTree.PathOf($"templates/content/cookbook/.vscode/{file}")))!.AsObject();

    private static IEnumerable<string> SchemaNames() =>
        Directory.EnumerateFiles(SourceTree.PathOf("schemas")).Select(file => Path.GetFileName(file));
}
