using System.Text.Json.Nodes;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>The settings of a workspace of Visual Studio Code, and the schemas that they map to files.</summary>
internal static class VsCodeFiles
{
    private const string Folder = ".vscode";
    private const string Schemas = "csharpchef";
    private const string Recipes = "*.csx";

    private static readonly string[] Inventories = ["hosts.json", "inventory.json"];

    public static IReadOnlyList<SettingsFile> Of(SettingsPlaces places)
    {
        var schemas = SchemasOf(places.Project);
        return
        [
            new(places.OfProject(Folder, "settings.json"), old => Merge(old, schemas)),
            new(places.OfProject(Folder, "extensions.json"), old => SettingsJson.Merge(old, AddExtensions)),
            .. schemas.Select(schema => SettingsFile.Own(
                places.OfProject(Folder, Schemas, FileOf(schema.Name)),
                SettingsFile.Shipped($"schemas/{FileOf(schema.Name)}"))),
        ];
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Files)> SchemasOf(string project) =>
    [
        ("attributes", ["**/attributes/*.json"]),
        ("cookbook", ["cookbook.json"]),
        ("inventory", InventoriesOf(project)),
        ("lock", [CookbookLock.FileName]),
        ("project", [ProjectFile.Name]),
    ];

    // A program has another ending.
    private static IReadOnlyList<string> InventoriesOf(string project) =>
        ProjectFile.Find(project)?.Inventory is { } named && named.EndsWith(".json", StringComparison.Ordinal)
            ? [.. Inventories.Append(Path.GetFileName(named)).Distinct()]
            : Inventories;

    private static string FileOf(string schema) => $"{schema}.schema.json";

    private static MergedText Merge(string? old, IReadOnlyList<(string Name, IReadOnlyList<string> Files)> schemas)
    {
        string? note = null;
        var merged = SettingsJson.Merge(old, settings =>
        {
            Add(settings, schemas);
            note ??= NoteOf(settings["files.associations"]![Recipes]);
        });
        return merged with { Note = note };
    }

    private static string? NoteOf(JsonNode? language) => SettingsJson.IsText(language, "csharp")
        ? null
        : $"\"files.associations\" in settings.json gives recipes another language than csharp, and so no colors of C#: change it to \"{Recipes}\": \"csharp\", unless you mean it";

    private static void Add(JsonObject settings, IReadOnlyList<(string Name, IReadOnlyList<string> Files)> schemas)
    {
        var associations = settings.Section("files.associations");
        foreach (var (pattern, language) in new[] { (Recipes, "csharp"), ("*.liquid", "liquid") })
        {
            associations.TryAdd(pattern, language);
        }

        var mappings = settings.List("json.schemas");
        foreach (var (name, files) in schemas)
        {
            AddMapping(mappings, $"./{Folder}/{Schemas}/{FileOf(name)}", files);
        }
    }

    private static void AddMapping(JsonArray mappings, string url, IReadOnlyList<string> files)
    {
        var mapping = mappings.OfType<JsonObject>().FirstOrDefault(each => SettingsJson.IsText(each["url"], url));
        if (mapping is null)
        {
            mappings.Add((JsonNode)(mapping = new JsonObject { ["fileMatch"] = new JsonArray(), ["url"] = url }));
        }

        mapping.List("fileMatch").AddMissing(files);
    }

    private static void AddExtensions(JsonObject file) =>
        file.List("recommendations").AddMissing(["csharpchef.csharpchef", "ms-dotnettools.csharp"]);
}
