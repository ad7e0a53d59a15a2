using System.Text.Json.Nodes;
using CSharpChef.Cli.EditorSettings;
using CSharpChef.Converge.Disk;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editors;

/// <summary>Neovim without a screen, with the settings that <c>csharpchef editor setup</c> writes.</summary>
[WholeSuite]
public sealed class NeovimTests : IDisposable
{
    private readonly CookbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_recipe_is_completed_documented_and_checked()
    {
        folder.With("web/cookbook.json", """{ "name": "web" }""").With("web/recipes/default.csx", """
            File("/etc/motd", f => f.Content = missing);
            Pack|hover|age("nginx");
            Pack|complete|
            """);

        var answers = await AnswersAsync("web/recipes/default.csx");

        Assert.Null(answers["failure"]?.GetValue<string>());
        Assert.Equal(
            ("csharpchef", folder["web"], "cs"), (Text(answers, "client"), Text(answers, "root"), Text(answers, "filetype")));
        Assert.Contains("vim.lsp.omnifunc", Text(answers, "omnifunc"));
        Assert.Contains(answers["completion"]!.AsArray(), label => label!.GetValue<string>() == "Package");
        Assert.Contains("PackageResource", Text(answers, "hover"));
        Assert.Contains(answers["diagnostics"]!.AsArray(), each => each!["line"]!.GetValue<int>() == 1
            && each["message"]!.GetValue<string>().Contains("'missing' does not exist"));
    }

    [Fact]
    public async Task The_root_is_the_folder_of_the_project_file()
    {
        folder.With("csharpchef.json", "{}").With("cookbooks/web/cookbook.json", "{}")
            .With("cookbooks/web/recipes/default.csx", "Pack|hover|age(missing);\nPack|complete|\n");

        var answers = await AnswersAsync("cookbooks/web/recipes/default.csx");

        Assert.Null(answers["failure"]?.GetValue<string>());
        Assert.Equal(folder.Root, Text(answers, "root"));
    }

    private async Task<JsonNode> AnswersAsync(string recipe)
    {
        Assert.SkipUnless(
            ProgramPath.Find("nvim") is not null || Environment.GetEnvironmentVariable("CI") is not null,
            "Neovim is not installed");
        var places = new SettingsPlaces(folder.Root, name => name == "XDG_CONFIG_HOME" ? folder["config"] : null);
        foreach (var file in EditorList.All.Single(editor => editor.Name == "neovim").Files(places))
        {
            new SettingsWriter(isPrinted: false).Apply(file);
        }

        var script = SourceTree.PathOf("tests/CSharpChef.Tests/Editors/neovim.lua");
        await ChildProcess.RunAsync("nvim", ["--headless", "-n", folder[recipe], "-c", $"luafile {script}"], folder.Root, "", Variables());
        return JsonNode.Parse(await File.ReadAllTextAsync(folder["answers.json"], TestContext.Current.CancellationToken))!;
    }

    private Dictionary<string, string> Variables()
    {
        var program = ToolProgram.In(folder);
        return new()
        {
            ["PATH"] = $"{Path.GetDirectoryName(program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["XDG_CONFIG_HOME"] = folder["config"],
            ["XDG_DATA_HOME"] = folder["data"],
            ["XDG_STATE_HOME"] = folder["state"],
            ["CSHARPCHEF_ANSWERS"] = folder["answers.json"],
        };
    }

    private static string Text(JsonNode answers, string name) => answers[name]?.GetValue<string>() ?? "";
}
