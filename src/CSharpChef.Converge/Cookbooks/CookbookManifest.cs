using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>The content of <c>cookbook.json</c>; every member is optional.</summary>
internal sealed record CookbookManifest
{
    /// <summary>The members that a cookbook.json may have.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["name", "version", "description", "csharpchef", "platforms", "dependencies", "packages"];

    public string? Name { get; private init; }

    public SemanticVersion? Version { get; private init; }

    public string? Description { get; private init; }

    /// <summary>The versions of CSharpChef that can run the cookbook; null for all.</summary>
    public VersionRange? CSharpChef { get; private init; }

    /// <summary>The cookbooks that this one depends on, by name.</summary>
    public IReadOnlyDictionary<string, CookbookDependency> Dependencies { get; private init; } =
        new Dictionary<string, CookbookDependency>();

    /// <summary>The versions of NuGet packages by id, for scripts that name none.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; private init; } = new Dictionary<string, string>();

    /// <summary>The platforms that the cookbook is made for; empty for all.</summary>
    public IReadOnlyList<PlatformRange> Platforms { get; private init; } = [];

    public static CookbookManifest Parse(byte[] bytes, string file)
    {
        var source = new JsonSource(bytes, file);
        using var document = source.Document();
        var manifest = new CookbookManifest();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            manifest = manifest.With(property, source);
        }

        return manifest;
    }

    private CookbookManifest WithSchema(JsonElement value, JsonSource source)
    {
        SchemaMember.Check(value, source);
        return this;
    }

    private CookbookManifest With(JsonProperty property, JsonSource source) => property.Name switch
    {
        SchemaMember.Name => WithSchema(property.Value, source),
        "name" => this with { Name = ReadName(property.Value, source) },
        "version" => this with { Version = ReadVersion(property.Value, source) },
        "description" => this with { Description = Text(property.Name, property.Value, source) },
        "csharpchef" => this with { CSharpChef = ReadRange(property.Value, source) },
        "platforms" => this with { Platforms = ReadPlatforms(property.Value, source) },
        "dependencies" => this with { Dependencies = new DependencyReader(source).Read(property.Value) },
        "packages" => this with { Packages = ReadPackages(property.Value, source) },
        var key => throw source.ErrorAt(key, $"\"{key}\" is not a key of cookbook.json{OtherWords.Question(key, Keys)}"
            + $" (the keys are {string.Join(", ", Keys)})"),
    };

    private static string ReadName(JsonElement value, JsonSource source)
    {
        var text = Text("name", value, source);
        return RunListItem.IsName(text) ? text : throw source.ErrorAt(
            "name", $"\"{text}\" cannot be the name of a cookbook: use letters, digits, - and _");
    }

    private static SemanticVersion ReadVersion(JsonElement value, JsonSource source)
    {
        var text = Text("version", value, source);
        return SemanticVersion.Parse(text)
            ?? throw source.ErrorAt("version", $"\"{text}\" is not a version: write one like \"1.2.0\"");
    }

    private static VersionRange ReadRange(JsonElement value, JsonSource source)
    {
        var text = Text("csharpchef", value, source);
        return VersionRange.Parse(text) ?? throw source.ErrorAt(
            "csharpchef", $"\"{text}\" is not a range of versions: write one like \">= 0.3\" or \"[0.3,1)\"");
    }

    private static List<PlatformRange> ReadPlatforms(JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => ReadPlatform(item, source))]
        : throw source.ErrorAt("platforms", "\"platforms\" must be a list of texts");

    private static PlatformRange ReadPlatform(JsonElement item, JsonSource source) =>
        PlatformRange.Parse(item.ValueKind == JsonValueKind.String ? item.GetString()! : "") ?? throw source.ErrorAt(
            "platforms", $"{item.GetRawText()} is not a platform: write its id, alone or with a range, like \"debian >= 12\"");

    private static Dictionary<string, string> ReadPackages(JsonElement value, JsonSource source)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw source.ErrorAt("packages", "\"packages\" must be an object such as { \"Semver\": \"3.0.0\" }");
        }

        var packages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject())
        {
            var place = $"packages.{property.Name}";
            var version = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()!.Trim() : "";
            packages[property.Name] = !NuGetSource.IsId(property.Name)
                ? throw source.ErrorAt(place, $"\"{property.Name}\" is not the id of a package")
                : version.Length > 0 && !version.Any(char.IsControl)
                    ? version
                    : throw source.ErrorAt(place, $"the version of {property.Name} must be a text such as \"3.0.0\"");
        }

        return packages;
    }

    private static string Text(string key, JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw source.ErrorAt(key, $"\"{key}\" must be a text, and is {value.GetRawText()}");
}
