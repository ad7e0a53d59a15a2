using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Recipes;
using CSharpChef.Tests.Cli.Inventory;
using CSharpChef.Tests.Cli.Projects;
using CSharpChef.Tests.Converge.Cookbooks;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Schemas;

/// <summary>The schemas accept what the readers accept, and refuse what they refuse.</summary>
public sealed partial class SchemaTests
{
    private const string Locked = """{ "lock": 1, "cookbooks": { "b": { "git": "x", "commit": "0123456789abcdef0123456789abcdef01234567", "hash": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" """;

    private static readonly Dictionary<string, SchemaFile> Schemas =
        SchemaFile.Names.ToDictionary(name => name, name => new SchemaFile(name));

    public static TheoryData<string, string> FilesOfTheRepository =>
    [
        .. Files("cookbook.json").Select(file => ("cookbook", file)),
        .. Files("hosts.json").Select(file => ("inventory", file)),
        .. Files("csharpchef.json").Select(file => ("project", file)),
        .. Files("cookbook.lock.json").Select(file => ("lock", file)),
        .. Files("default.json").Where(file => file.Contains("/attributes/")).Select(file => ("attributes", file)),
    ];

    /// <summary>The texts of the tests of the readers, and more.</summary>
    public static TheoryData<string, string> Texts =>
    [
        .. TextsOf<CookbookStoreTests>("The_error_for_an_invalid_manifest").Select(json => ("cookbook", json)),
        .. TextsOf<CookbookStoreTests>("A_manifest_that_names_nothing_usable").Select(json => ("cookbook", json)),
        .. TextsOf<DependencyReaderTests>("A_mistake_in_a_dependency").Select(
            json => ("cookbook", $$"""{ "dependencies": {{json}} }""")),
        .. TextsOf<InventoryFileTests>("An_error_in_an_inventory").Select(json => ("inventory", json)),
        .. TextsOf<InventoryFileTests>("Everything_in_an_inventory").Select(json => ("inventory", json)),
        .. TextsOf<InventoryFileTests>("The_address_of_a_host").Select(
            address => ("inventory", $$"""{ "hosts": { "a": { "address": "{{address}}" } } }""")),
        .. TextsOf<ProjectFileTests>("An_error_in_a_project_file").Select(json => ("project", json)),
        .. TextsOf<CookbookStoreTests>("A_lock_file_whose_form").Select(json => ("lock", json)),
        .. TextsOf<GitDependencyTests>("").Where(json => json.StartsWith("{ \"lock\"", StringComparison.Ordinal))
            .Select(json => ("lock", json)),
    ];

    [Theory, MemberData(nameof(FilesOfTheRepository))]
    public void A_file_of_the_repository_is_valid(string schema, string file) =>
        Assert.Equal("", Schemas[schema].Mistakes(File.ReadAllText(SourceTree.PathOf(file))));

    [Theory]
    [InlineData("README.md", "inventory", "\"hosts\"")]
    [InlineData("README.md", "project", "\"cookbooks\"")]
    [InlineData("docs/cookbooks.md", "cookbook", "\"dependencies\"")]
    public void A_sample_of_a_page_is_valid(string page, string schema, string member)
    {
        var sample = JsonBlock().Matches(File.ReadAllText(SourceTree.PathOf(page)))
            .Select(match => match.Groups[1].Value).Single(json => json.Contains(member));

        Assert.Equal("", Schemas[schema].Mistakes(sample));
        Assert.Null(ErrorOf(schema, sample));
    }

    [Theory, MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    [InlineData("cookbook", """{ "$schema": "cookbook.schema.json", "name": "web" }""")]
    [InlineData("cookbook", """{ "$schema": 1 }""")]
    [InlineData("cookbook", """{ "description": 1 }""")]
    [InlineData("cookbook", """{ "name": "a b" }""")]
    [InlineData("cookbook", """{ "version": "1.2.3.4-beta.1+build.7" }""")]
    [InlineData("cookbook", """{ "version": "1.2.3.4.5" }""")]
    [InlineData("cookbook", """{ "version": "1.0-01" }""")]
    [InlineData("cookbook", """{ "version": "1.0-" }""")]
    [InlineData("cookbook", """{ "version": ">= 1" }""")]
    [InlineData("cookbook", """{ "csharpchef": " >= 0.3 , < 1 " }""")]
    [InlineData("cookbook", """{ "csharpchef": "~> 1.2.0" }""")]
    [InlineData("cookbook", """{ "csharpchef": "[1]" }""")]
    [InlineData("cookbook", """{ "csharpchef": "(1]" }""")]
    [InlineData("cookbook", """{ "csharpchef": "[,2)" }""")]
    [InlineData("cookbook", """{ "csharpchef": "(1.0-a, 2)" }""")]
    [InlineData("cookbook", """{ "csharpchef": "[,]" }""")]
    [InlineData("cookbook", """{ "csharpchef": "=> 1" }""")]
    [InlineData("cookbook", """{ "csharpchef": "" }""")]
    [InlineData("cookbook", """{ "csharpchef": "1," }""")]
    [InlineData("cookbook", """{ "platforms": ["debian >= 12, < 14", "alpine"] }""")]
    [InlineData("cookbook", """{ "platforms": ["Debian"] }""")]
    [InlineData("cookbook", """{ "platforms": ["debian >="] }""")]
    [InlineData("cookbook", """{ "platforms": "debian" }""")]
    [InlineData("cookbook", """{ "dependencies": ["a", "b"] }""")]
    [InlineData("cookbook", """{ "dependencies": [""] }""")]
    [InlineData("cookbook", """{ "dependencies": "a" }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": "", "b": "../b", "c": {} } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "git@example.com:a.git", "tag": "v1", "folder": "x/y" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "ssh://git@example.com:2222/a", "branch": "main" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "../a", "folder": "../x" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "../a", "folder": "/x" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "FILE:///srv/a" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "git": "git://example.com/a" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "nuget": "Acme.A", "version": "[1.2,2)" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "nuget": ".A" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "nuget": "A", "git": "x" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": { "path": "x", "folder": "y" } } }""")]
    [InlineData("cookbook", """{ "dependencies": { "a": null } }""")]
    [InlineData("cookbook", """{ "packages": { "Semver": "3.*" } }""")]
    [InlineData("cookbook", """{ "packages": { "Semver": " " } }""")]
    [InlineData("cookbook", """{ "packages": { "Sem ver": "3" } }""")]
    [InlineData("cookbook", """{ "packages": ["Semver"] }""")]
    [InlineData("inventory", """{ "$schema": "x", "hosts": null }""")]
    [InlineData("inventory", """{ "$schema": null }""")]
    [InlineData("inventory", """{ "$schemas": "x" }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "address": null, "port": null, "user": null, "groups": null, "attributes": null } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 65535, "identity": "~/.ssh/id", "groups": ["web"] } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 65536 } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 22.5 } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 22.0 } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 2.2e1 } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "port": 0.0 } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "address": "web1:22" } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "address": "http://web1" } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "user": "" } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "groups": [null] } } }""")]
    [InlineData("inventory", """{ "hosts": { "a": { "attributes": [] } } }""")]
    [InlineData("inventory", """{ "hosts": { "web1:22": {} } }""")]
    [InlineData("inventory", """{ "hosts": { "2001:db8::1": {}, "local": {} } }""")]
    [InlineData("inventory", """{ "hosts": { "x@y": { "address": "web1" } } }""")]
    [InlineData("inventory", """{ "hosts": { "web*": { "address": "web1" } } }""")]
    [InlineData("inventory", """{ "hosts": { "-a": {} } }""")]
    [InlineData("project", """{ "$schema": "x", "cookbooks": ["a"], "inventory": "h", "groups": { "all": { "runList": ["a", "b::c"], "attributes": {} } } }""")]
    [InlineData("project", """{ "$schema": [] }""")]
    [InlineData("project", """{ "groups": { "all": { "runList": ["::a"] } } }""")]
    [InlineData("project", """{ "groups": { "all": null } }""")]
    [InlineData("project", """{ "groups": { "all": { "$schema": "x" } } }""")]
    [InlineData("attributes", """{ "$schema": "x", "site": { "port": 80, "names+": ["a"] }, "old-": [1] }""")]
    [InlineData("attributes", """{ "$schema": 1 }""")]
    [InlineData("attributes", "[]")]
    [InlineData("lock", """{ "$schema": "x", "lock": 1, "cookbooks": {} }""")]
    [InlineData("lock", """{ "lock": 2, "cookbooks": {} }""")]
    [InlineData("lock", """{ "lock": 1.0, "cookbooks": {} }""")]
    [InlineData("lock", """{ "lock": 1 }""")]
    [InlineData("lock", """{ "lock": 1, "cookbooks": {}, "packages": { "A": { "version": "1", "hash": "x", "assemblies": ["../a.dll"] } } }""")]
    [InlineData("lock", """{ "lock": 1, "cookbooks": {}, "packages": { "A": { "version": "1", "hash": "x", "assemblies": ["/a.dll"] } } }""")]
    [InlineData("lock", """{ "lock": 1, "cookbooks": {}, "packages": { "A": { "version": "1" } } }""")]
    [InlineData("lock", """{ "lock": 1, "cookbooks": {}, "packages": { "../A": { "version": "1", "hash": "x" } } }""")]
    [InlineData("lock", Locked + "} } }")]
    [InlineData("lock", Locked + """, "nuget": "X" } } }""")]
    [InlineData("lock", Locked + """, "version": "one" } } }""")]
    [InlineData("lock", Locked + """, "note": "a member of a later version" } } }""")]
    public void Schema_and_reader_agree_about_a_text(string schema, string json)
    {
        var (ofSchema, ofReader) = (Schemas[schema].Mistakes(json), ErrorOf(schema, json));

        Assert.True(
            (ofSchema.Length == 0) == (ofReader is null),
            $"{json}\nschema: {(ofSchema.Length == 0 ? "valid" : ofSchema)}\nreader: {ofReader ?? "valid"}");
    }

    [Theory]
    [InlineData("cookbook")]
    [InlineData("inventory")]
    [InlineData("project")]
    [InlineData("attributes")]
    public void A_schema_that_is_not_a_text_is_an_error_with_its_place(string schema) => Assert.EndsWith(
        "file.json:1:3: \"$schema\" must be the path or URL of a JSON schema, and is 5",
        ErrorOf(schema, """{ "$schema": 5 }"""));

    [Fact]
    public void The_schema_that_an_attributes_file_names_is_not_an_attribute()
    {
        var level = new JsonSource("""{ "$schema": "x", "a": { "$schema": "y" } }"""u8.ToArray(), "file.json").Level();

        Assert.Equal("""{"a":{"$schema":"y"}}""", level.Values.ToJsonString());
    }

    [Fact]
    public void The_tests_of_the_readers_give_texts_for_each_schema_but_that_of_attributes() => Assert.Equal(
        ["cookbook", "inventory", "lock", "project"],
        Texts.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    private static string? ErrorOf(string schema, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var error = Record.Exception(() => (object)(schema switch
        {
            "cookbook" => CookbookManifest.Parse(bytes, "file.json"),
            "inventory" => new InventoryReader("file.json", json).Read(),
            "project" => new ProjectReader(bytes, Path.GetFullPath("file.json")).Read(),
            "lock" => CookbookLock.Parse(bytes, "file.json"),
            _ => new JsonSource(bytes, "file.json").Level(),
        }));
        return error is null ? null : Assert.IsAssignableFrom<ChefException>(error).Message;
    }

    private static IEnumerable<string> Files(string name) =>
        from root in new[] { "cookbooks", "templates/content", "tests" }
        from path in Directory.EnumerateFiles(SourceTree.PathOf(root), name, SearchOption.AllDirectories)
        let below = Path.GetRelativePath(SourceTree.Root, path)
        where !below.Split('/').Any(part => part is "bin" or "obj" or "node_modules")
        select below;

    private static IEnumerable<string> TextsOf<T>(string test) => typeof(T).GetMethods()
        .Where(method => method.Name.StartsWith(test, StringComparison.Ordinal))
        .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
        .Select(row => row.Data[0] as string ?? "").Distinct();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
