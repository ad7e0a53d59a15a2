using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Projects;

/// <summary>Reads a project file. Errors name its keys, with line and column.</summary>
internal sealed class ProjectReader(byte[] json, string path)
{
    private readonly string shown = ShownPath.Of(path);
    private readonly JsonSource source = new(json, ShownPath.Of(path))
    {
        Error = (message, inner) => new UsageException(message, inner),
    };

    /// <summary>The members that a project file may have.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["cookbooks", "inventory", "groups"];

    /// <summary>The members that a group may have.</summary>
    public static IReadOnlyList<string> GroupKeys { get; } = ["runList", "attributes"];

    public ProjectFile Read() => source.ObjectWithoutSchema().Aggregate(Empty(), (file, key) => key.Key switch
    {
        "cookbooks" => file with { Cookbooks = [.. Folders(key.Key, key.Value).Select(Below)] },
        "inventory" => file with { Inventory = Below(Text(key.Key, key.Value, "a file")) },
        "groups" => file with { Groups = new ProjectGroups([.. Object(key.Key, key.Value).Select(Group)]) },
        _ => throw Unknown(key.Key, key.Key, ProjectFile.Name, Keys),
    });

    private ProjectFile Empty() => new(path) { PlaceOf = source.PlaceOf };

    private ProjectGroup Group(KeyValuePair<string, JsonNode?> group)
    {
        var at = $"groups.{group.Key}";
        return Object(at, group.Value).Aggregate(new ProjectGroup(group.Key), (all, key) => key.Key switch
        {
            "runList" => all with { RunList = [.. RunList($"{at}.runList", key.Value)] },
            "attributes" => all with
            {
                Attributes = Level($"group {group.Key} of {shown}", $"{at}.attributes", key.Value),
            },
            _ => throw Unknown($"{at}.{key.Key}", key.Key, "a group", GroupKeys),
        });
    }

    private AttributeLevel Level(string name, string at, JsonNode? value) =>
        source.Level(name, Object(at, value), at) with { NeedsLists = true };

    private IEnumerable<RunListItem> RunList(string at, JsonNode? value) => value is JsonArray list
        ? list.Select((item, i) => Recipe($"{at}[{i}]", Text($"{at}[{i}]", item, "a recipe, such as \"web::deploy\"")))
        : throw source.ErrorAt(
            at, $"\"{LastOf(at)}\" must be a list, and is {Shown(value)}: write a list, such as [\"web\"]");

    private RunListItem Recipe(string at, string text)
    {
        try
        {
            return RunListItem.Parse(text);
        }
        catch (RecipeException e)
        {
            throw source.ErrorAt(at, e.Message);
        }
    }

    private string Below(string file) => Path.GetFullPath(file, Path.GetDirectoryName(path)!);

    private ChefException Unknown(string at, string key, string where, IReadOnlyList<string> keys) => source.ErrorAt(
        at, $"\"{key}\" is not a key of {where}{OtherWords.Question(key, keys)} (the keys are {string.Join(", ", keys)})");

    private JsonObject Object(string at, JsonNode? value) =>
        value as JsonObject ?? throw source.ErrorAt(at, $"\"{LastOf(at)}\" must be an object {{ ... }}");

    private IEnumerable<string> Folders(string at, JsonNode? value) => value is JsonArray list
        ? list.Select((item, i) => Text($"{at}[{i}]", item, "a folder"))
        : [Text(at, value, "a folder")];

    private string Text(string at, JsonNode? value, string wanted) => value?.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>()
        : throw source.ErrorAt(at, $"\"{LastOf(at)}\" must be the name of {wanted}, and is {Shown(value)}");

    private static string Shown(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static string LastOf(string at) => at[(at.LastIndexOf('.') + 1)..];
}
