using System.Text.Json;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>What <c>cookbook.json</c> says; all of it is optional.</summary>
internal sealed record CookbookManifest
{
    private static readonly string[] Keys = ["name", "version", "description", "dependencies", "platforms"];

    public string? Name { get; private init; }

    public string? Version { get; private init; }

    public string? Description { get; private init; }

    /// <summary>Names of other cookbooks, each with where it comes from; empty when the store has it.</summary>
    public IReadOnlyDictionary<string, string> Dependencies { get; private init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Platforms { get; private init; } = [];

    public static CookbookManifest Parse(byte[] bytes, string file)
    {
        var source = new JsonSource(bytes, file);
        using var document = source.Document();
        return document.RootElement.EnumerateObject()
            .Aggregate(new CookbookManifest(), (all, property) => all.With(property, source));
    }

    private CookbookManifest With(JsonProperty property, JsonSource source) => property.Name switch
    {
        "name" => this with { Name = Text(property.Name, property.Value, source) },
        "version" => this with { Version = Text(property.Name, property.Value, source) },
        "description" => this with { Description = Text(property.Name, property.Value, source) },
        "dependencies" => this with { Dependencies = DependenciesOf(property.Value, source) },
        "platforms" => this with { Platforms = Texts(property.Name, property.Value, source) },
        var key => throw source.Wrong(key, $"\"{key}\" is no key of a cookbook{Nearest.Question(key, Keys)}"
            + $" (there are {string.Join(", ", Keys)})"),
    };

    private static Dictionary<string, string> DependenciesOf(JsonElement value, JsonSource source)
    {
        var found = value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().ToDictionary(one => one.Name, one => Text(one.Name, one.Value, source))
            : Texts("dependencies", value, source).ToDictionary(name => name, _ => "");
        var wrong = found.Keys.FirstOrDefault(name => !RunListItem.IsName(name));
        return wrong is null ? found : throw source.Wrong(wrong, $"\"{wrong}\" can be no cookbook's name");
    }

    private static List<string> Texts(string key, JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => Text(key, item, source))]
        : throw source.Wrong(key, $"\"{key}\" must be a list of texts");

    private static string Text(string key, JsonElement value, JsonSource source) =>
        value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw source.Wrong(key, $"\"{key}\" must be a text, and is {value.GetRawText()}");
}
