using System.Text.Json.Nodes;
using System.Xml.Linq;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Editors;

/// <summary>The manifest and the lock file of the extension of Visual Studio Code.</summary>
public sealed class VsCodeManifestTests
{
    private static readonly JsonNode Manifest = Read("package.json");

    [Fact]
    public void The_extension_has_the_version_of_the_tool() => Assert.Equal(
        XDocument.Load(SourceTree.PathOf("Directory.Build.props")).Descendants("Version").Single().Value,
        Manifest["version"]!.GetValue<string>());

    [Fact]
    public void Its_schemas_are_those_of_the_project() => Assert.All(
        Manifest["contributes"]!["jsonValidation"]!.AsArray(),
        each => Assert.True(File.Exists(SourceTree.PathOf(each!["url"]!.GetValue<string>().TrimStart('.', '/')))));

    [Fact]
    public void Workspaces_that_are_not_trusted_cannot_name_the_program()
    {
        var untrusted = Manifest["capabilities"]!["untrustedWorkspaces"]!;

        Assert.Equal("limited", untrusted["supported"]!.GetValue<string>());
        Assert.Equal("""["csharpchef.path"]""", untrusted["restrictedConfigurations"]!.ToJsonString());
    }

    [Fact]
    public void Packages_come_from_the_public_registry_with_a_hash()
    {
        var packages = Read("package-lock.json")["packages"]!.AsObject().Where(each => each.Key.Length > 0).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, each => Assert.NotNull(each.Value!["integrity"]));
        Findings.AssertNone(packages.Select(each => each.Value!["resolved"]?.GetValue<string>()).OfType<string>()
            .Where(url => !url.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal)));
    }

    private static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(SourceTree.PathOf($"editors/vscode/{file}")))!;
}
