using System.IO.Compression;
using System.Text.Json.Nodes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editors;

/// <summary>
/// The packed extension of Visual Studio Code. Its bundle runs in Node with a double of the module <c>vscode</c>: the
/// editor itself is not part of the tests.
/// </summary>
[WholeSuite]
public sealed class VsCodePackageTests(PackedExtension extension) : IClassFixture<PackedExtension>, IDisposable
{
    private const int MostBytes = 250_000;
    private static readonly string[] Lifetime = ["lsp", "initialize", "initialized", "shutdown", "exit"];
    private readonly CookbookFolder folder = new();

    private string Asked => folder["asked"];

    private IEnumerable<string> Methods => File.Exists(Asked) ? File.ReadAllLines(Asked) : [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_package_has_the_bundle_the_schemas_and_the_licenses_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(extension.File);

        string[] schemas = ["attributes", "cookbook", "inventory", "lock", "project"];
        string[] files =
        [
            "[Content_Types].xml", "extension.vsixmanifest",
            "extension/LICENSE.txt", "extension/dist/extension.js", "extension/dist/licenses.txt",
            "extension/package.json", "extension/readme.md",
            .. schemas.Select(name => $"extension/schemas/{name}.schema.json"),
        ];
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(extension.File).Length, 1, MostBytes);
        Assert.Contains("vscode-languageclient 11", Text(package, "dist/licenses.txt"));
        Assert.All(schemas, name => Assert.Equal(
            File.ReadAllText(SourceTree.PathOf($"schemas/{name}.schema.json")), Text(package, $"schemas/{name}.schema.json")));
    }

    [Fact]
    public async Task The_server_starts_with_an_open_recipe_and_again_at_a_restart()
    {
        var events = await RunAsync("csharpchef.restart");

        Assert.Equal([.. Lifetime, .. Lifetime], Methods);
        Assert.DoesNotContain(events, each => each["error"] is not null);
    }

    [Fact]
    public async Task The_server_starts_with_a_recipe_that_is_opened_later()
    {
        await RunAsync(workspace => workspace["openLater"] = true, "open");

        Assert.Equal(Lifetime, Methods);
    }

    [Fact]
    public async Task Nothing_starts_for_a_file_that_is_not_a_recipe()
    {
        await RunAsync(workspace => workspace["document"] = "/shop/Program.cs", "open");

        Assert.Empty(Methods);
    }

    [Fact]
    public async Task Nothing_starts_in_a_workspace_until_it_is_trusted()
    {
        await RunAsync(workspace => workspace["trusted"] = false, "csharpchef.restart");
        Assert.Empty(Methods);

        await RunAsync(workspace => workspace["trusted"] = false, "trust");
        Assert.Equal(Lifetime, Methods);
    }

    [Fact]
    public async Task A_program_that_is_missing_is_an_error_with_the_command_that_installs_it()
    {
        var events = await RunAsync(workspace => workspace["path"] = "csharpchef-missing");

        Assert.Contains(
            "the program \"csharpchef-missing\" was not found, so recipes have no completion. Install it with \"dotnet tool install --global csharpchef\"",
            Assert.Single(events, each => each["error"] is not null)["error"]!.GetValue<string>());
        Assert.Empty(Methods);
    }

    [Fact]
    public async Task The_server_of_the_tool_starts_and_ends_with_the_extension()
    {
        var program = ToolProgram.In(folder);

        var events = await RunAsync(workspace => workspace["path"] = program);

        Assert.DoesNotContain(events, each => each["error"] is not null);
        Assert.Contains(events, each => each["log"]?.GetValue<string>() == "Server process exited successfully");
    }

    private Task<IReadOnlyList<JsonNode>> RunAsync(params string[] steps) => RunAsync(_ => { }, steps);

    private async Task<IReadOnlyList<JsonNode>> RunAsync(Action<JsonObject> change, params string[] steps)
    {
        ZipFile.ExtractToDirectory(extension.File, folder["unpacked"], overwriteFiles: true);
        var workspace = new JsonObject
        {
            ["path"] = Program(),
            ["trusted"] = true,
            ["document"] = "/shop/cookbooks/web/recipes/default.csx",
            ["steps"] = new JsonArray([.. steps.Select(step => (JsonNode)step)]),
        };
        change(workspace);
        var output = await ChildProcess.RunAsync(
            "node",
            [SourceTree.PathOf("tests/CSharpChef.Tests/Editors/vscode-double.js"), folder["unpacked/extension/dist/extension.js"]],
            folder.Root,
            workspace.ToJsonString(),
            new Dictionary<string, string> { ["ASKED"] = Asked });
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private string Program()
    {
        folder.With("bin/csharpchef", File.ReadAllText(SourceTree.PathOf("tests/CSharpChef.Tests/Editors/language-server-double.js")));
        LocalShell.Run("chmod", "755", folder["bin/csharpchef"]);
        return folder["bin/csharpchef"];
    }

    private static string Text(ZipArchive package, string file)
    {
        using var reader = new StreamReader(package.GetEntry($"extension/{file}")!.Open());
        return reader.ReadToEnd();
    }
}
