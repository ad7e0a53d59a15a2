using System.Text.Json.Nodes;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies.Resolve;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Schemas;

/// <summary>The schemas describe exactly the members that the readers know.</summary>
public sealed class SchemaMembersTests
{
    [Fact]
    public void The_schema_of_a_cookbook_has_the_members_that_its_reader_knows()
    {
        var schema = new SchemaFile("cookbook");

        AssertSame(CookbookManifest.Keys, schema.MembersAt());
        AssertSame(DependencyReader.Keys, schema.MembersAt("definitions", "source"));
    }

    [Fact]
    public void The_schema_of_an_inventory_has_the_members_that_its_reader_knows()
    {
        var schema = new SchemaFile("inventory");

        AssertSame(InventoryReader.Keys, schema.MembersAt());
        AssertSame(InventoryReader.HostKeys, schema.MembersAt("definitions", "host"));
    }

    [Fact]
    public void The_schema_of_a_project_file_has_the_members_that_its_reader_knows()
    {
        var schema = new SchemaFile("project");

        AssertSame(ProjectReader.Keys, schema.MembersAt());
        AssertSame(ProjectReader.GroupKeys, schema.MembersAt("properties", "groups", "additionalProperties"));
    }

    [Fact]
    public void The_schema_of_a_lock_file_has_the_members_that_are_written_and_accepts_the_written_file()
    {
        using var folder = new CookbookFolder();
        var text = WrittenLock(folder);
        var (schema, written) = (new SchemaFile("lock"), JsonNode.Parse(text)!);

        Assert.Equal("", schema.Mistakes(text));
        AssertSame(NamesOf([written]), schema.MembersAt());
        AssertSame(NamesOf(ValuesOf(written["cookbooks"]!)), schema.MembersAt("definitions", "cookbook"));
        AssertSame(NamesOf(ValuesOf(written["packages"]!)), schema.MembersAt("definitions", "package"));
        Assert.Equal(4, CookbookLock.Parse(File.ReadAllBytes(folder["web/cookbook.lock.json"]), "x").Cookbooks.Count);
    }

    [Fact]
    public void Every_member_of_a_schema_has_a_description() => Findings.AssertNone(
        from name in SchemaFile.Names
        from bare in MembersWithoutDescription(new SchemaFile(name).Root, name)
        select bare);

    private static IEnumerable<string> MembersWithoutDescription(JsonNode? node, string path) => node switch
    {
        JsonObject values => values.SelectMany(
            member => (member.Key == "properties" && !path.EndsWith("/allOf", StringComparison.Ordinal)
                ? Undescribed(member.Value!.AsObject(), path)
                : []).Concat(
                    member.Key is "allOf" ? [] : MembersWithoutDescription(member.Value, $"{path}/{member.Key}"))),
        JsonArray items => items.SelectMany(item => MembersWithoutDescription(item, path)),
        _ => [],
    };

    private static IEnumerable<string> Undescribed(JsonObject members, string path) => members
        .Where(member => member.Value is JsonObject schema && !schema.ContainsKey("description")
            && schema["allOf"]?[0]?["description"] is null && !path.Contains("patternProperties"))
        .Select(member => $"{path}: {member.Key}");

    private static string WrittenLock(CookbookFolder folder)
    {
        var (hash, commit) = ($"sha256:{new string('a', 64)}", new string('1', 40));
        GitSource Git(GitReferenceKind kind, string name) => new("https://example.com/a.git", new(kind, name), "x/y");
        LockedCookbook[] cookbooks =
        [
            new("tagged", Git(GitReferenceKind.Tag, "v1"), hash) { Version = "1.2.0", Commit = commit },
            new("moving", Git(GitReferenceKind.Branch, "main"), hash) { Commit = commit },
            new("pinned", new GitSource("../a", GitReference.Default, null), hash) { Commit = commit },
            new("tools", new NuGetSource("Acme.Tools"), hash) { Version = "1.2.0-beta.1", PackageHash = "abc=" },
        ];
        LockedPackage package = new("Semver", "3.0.0", "abc=")
        {
            Requested = new Dictionary<string, string> { ["web"] = "3.0.0" },
            Dependencies = ["Other"],
            Assemblies = ["lib/net8.0/Semver.dll"],
            References = ["ref/net8.0/Semver.dll"],
            RuntimeAssemblies = new Dictionary<string, IReadOnlyList<string>> { ["unix"] = ["runtimes/unix/Semver.dll"] },
            NativeRuntimes = ["win-x64"],
        };
        folder.With("web/recipes/default.csx", "");
        LockFile.Write(folder.Store.Get("web"), cookbooks.ToDictionary(each => each.Name), [package]);
        return File.ReadAllText(folder["web/cookbook.lock.json"]);
    }

    private static IEnumerable<JsonNode> ValuesOf(JsonNode node) => node.AsObject().Select(member => member.Value!);

    private static IEnumerable<string> NamesOf(IEnumerable<JsonNode> nodes) =>
        nodes.SelectMany(node => node.AsObject().Select(member => member.Key)).Distinct();

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
