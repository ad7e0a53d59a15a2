using System.Text.Json;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>The content of <c>cookbook.json</c>; every member is optional.</summary>
internal sealed record CookbookManifest
{
    private static readonly string[] Keys = ["name", "version", "description", "dependencies", "platforms"];

    public string? Name { get; private init; }

    public string? Version { get; private init; }

    public string? Description { get; private init; }

    /// <summary>The names of other cookbooks, each with its source; empty for cookbooks of the same folders.</summary>
    public IReadOnlyDictionary<string, string> Dependencies { get; private init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Platforms { get; private init; } = [];

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

    private CookbookManifest With(JsonProperty property, JsonSource source) => property.Name switch
    {
        "name" => this with { Name = Text(property.Name, property.Value, source) },
        "version" => this with { Version = Text(property.Name, property.Value, source) },
        "description" => this with { Description = Text(property.Name, property.Value, source) },
        "dependencies" => this with { Dependencies = DependenciesOf(property.Value, source) },
        "platforms" => this with { Platforms = Texts(property.Name, property.Value, source) },
        var key => throw source.ErrorAt(key, $"\"{key}\" is not a key of cookbook.json{OtherWords.Question(key, Keys)}"
            + $" (the keys are {string.Join(", ", Keys)})"),
    };

    private static Dictionary<string, string> DependenciesOf(JsonElement value, JsonSource source)
    {
        var dependencies = value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
                .ToDictionary(property => property.Name, property => Text(property.Name, property.Value, source))
            : Texts("dependencies", value, source).ToDictionary(name => name, _ => "");
        var invalid = dependencies.Keys.FirstOrDefault(name => !RunListItem.IsName(name));
        return invalid is null
            ? dependencies
            : throw source.ErrorAt($"dependencies.{invalid}", $"\"{invalid}\" cannot be the name of a cookbook");
    }

    private static List<string> Texts(string key, JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => Text(key, item, source))]
        : throw source.ErrorAt(key, $"\"{key}\" must be a list of texts");

    private static string Text(string key, JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw source.ErrorAt(key, $"\"{key}\" must be a text, and is {value.GetRawText()}");
}
