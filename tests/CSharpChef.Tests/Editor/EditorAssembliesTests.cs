using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Editor;

/// <summary>Only the language server itself loads what only it needs.</summary>
[WholeSuite]
public sealed class EditorAssembliesTests
{
    private static readonly string[] OfEditor =
    [
        "CSharpChef.Editor",
        "Microsoft.CodeAnalysis.CSharp.Features",
        "Microsoft.CodeAnalysis.CSharp.Workspaces",
        "Microsoft.CodeAnalysis.Features",
        "Microsoft.CodeAnalysis.Workspaces",
        "Microsoft.VisualStudio",
        "Nerdbank",
        "StreamJsonRpc",
        "System.Composition",
    ];

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("lsp --help")]
    [InlineData("check")]
    [InlineData("show resources local -r web")]
    [InlineData("plan local -r web")]
    public async Task A_verb_loads_no_assembly_of_the_language_server(string line)
    {
        using var tool = new Tool();
        tool.Variables["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        tool.Variables[StartupHook.File] = tool.PathOf("loaded");
        tool.With("cookbooks/web/cookbook.json", """{ "version": "1.0.0" }""")
            .With("cookbooks/web/recipes/default.csx", "File(\"/tmp/csharpchef-editor-test\", f => f.Do(f.Delete));");

        (await tool.RunAsync(line.Split(' '))).Exits(0);

        var loaded = await File.ReadAllLinesAsync(tool.PathOf("loaded"), TestContext.Current.CancellationToken);
        Assert.Contains("System.CommandLine", loaded);
        Findings.AssertNone(loaded.Where(
            name => OfEditor.Any(part => name.StartsWith(part, StringComparison.Ordinal))));
    }
}
