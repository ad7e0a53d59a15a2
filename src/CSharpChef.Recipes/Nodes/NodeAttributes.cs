using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// Merges all levels of attributes, from the lowest to the highest: objects merge, other values replace,
/// <c>"key+"</c> appends to a list and <c>"key-"</c> removes from it. Records which level set each value.
/// </summary>
internal sealed class NodeAttributes
{
    private readonly AttributeOrigins origins = new();
    private readonly Func<string, bool> isList;

    /// <param name="levels">The levels, from the lowest to the highest.</param>
    /// <param name="isList">True for the path of a list that a cookbook outside of the run has.</param>
    public NodeAttributes(IEnumerable<AttributeLevel> levels, Func<string, bool>? isList = null)
    {
        this.isList = isList ?? (_ => false);
        foreach (var level in levels)
        {
            Merge(Merged, level.Values, level, "");
        }
    }

    public static NodeAttributes None => new([]);

    /// <summary>The attributes of a host without those of cookbooks, whose lists its own levels may change.</summary>
    public static NodeAttributes OfInventory(IEnumerable<AttributeLevel> levels) =>
        new(levels.Select(level => level with { NeedsLists = false }));

    public JsonObject Merged { get; } = [];

    /// <summary>The level that set each value, by the dotted path of the value.</summary>
    public IReadOnlyDictionary<string, string> Origins => origins.Names;

    public IEnumerable<string> Paths => origins.Names.Keys;

    /// <summary>How errors name an attribute and the place that set it.</summary>
    public ValueOrigin Origin => new(path => $"attribute \"{path}\"", WrittenPath, OriginOf);

    public JsonNode? Find(string path) => path.Length == 0
        ? null
        : AttributePath.Find(Merged, path, StringComparison.Ordinal)?.Value;

    /// <summary>The path of a value in the case in which its keys are written; null when no level sets it.</summary>
    public string? WrittenPath(string path) =>
        AttributePath.Find(Merged, path, StringComparison.OrdinalIgnoreCase)?.Path;

    /// <summary>
    /// The level that set the value at a path, with its file and line where they are known; null when no level did.
    /// </summary>
    public string? OriginOf(string path) => origins.OriginOf(path);

    private void Merge(JsonObject into, JsonObject from, AttributeLevel level, string prefix)
    {
        foreach (var (key, value) in from)
        {
            var name = value is JsonArray ? key.TrimEnd('+', '-') : key;
            RefuseWrongKind(into, key, value, level, prefix);
            RefuseValue(into, key, value, level, prefix);
            if (value is JsonObject inner)
            {
                origins.SetSection(prefix + name, level);
                Merge(Section(into, name), inner, level, $"{prefix}{name}.");
            }
            else
            {
                RefuseUnknownList(into, key, name, level, prefix);
                origins.RemoveBelow($"{prefix}{name}.");
                Set(into, key, name, value, level, prefix);
            }
        }
    }

    // "key+" and "key-" change a list. Of anything else they would make another attribute, or drop a value.
    private static void RefuseWrongKind(
        JsonObject into, string key, JsonNode? value, AttributeLevel level, string prefix)
    {
        var name = key.TrimEnd('+', '-');
        if (name.Length == key.Length || !into.TryGetPropertyValue(name, out var old) || old is null)
        {
            return;
        }

        var problem = (old, value) switch
        {
            (JsonArray, JsonArray) => null,
            (JsonArray, _) => $"\"{key}\" must be a list, because it changes the list \"{name}\"",
            (JsonObject, JsonObject) => $"\"{key}\" is not needed: objects merge, so write \"{name}\"",
            _ => $"\"{key}\" can only change a list, and \"{name}\" is not a list",
        };
        if (problem is not null)
        {
            throw new RecipeException($"{level.PlaceOf(prefix + key)}: {problem}");
        }
    }

    // The name of a section may end with a sign, such as "g++".
    private void RefuseValue(JsonObject into, string key, JsonNode? value, AttributeLevel level, string prefix)
    {
        var name = key.TrimEnd('+', '-');
        if (level.NeedsLists && name.Length < key.Length && value is not JsonArray && !into.ContainsKey(key)
            && (value is not JsonObject || isList(prefix + name)))
        {
            throw new RecipeException(
                $"{level.PlaceOf(prefix + key)}: \"{key}\" must be a list, because it changes the list \"{name}\"");
        }
    }

    // A mistyped key would make a list that nobody reads.
    private void RefuseUnknownList(JsonObject into, string key, string name, AttributeLevel level, string prefix)
    {
        var path = prefix + name;
        if (level.NeedsLists && name.Length < key.Length && into[name] is null && !isList(path))
        {
            throw new RecipeException(
                $"{level.PlaceOf(path)}: \"{key}\" can only change a list, and no lower level has the list \"{path}\": "
                + $"correct the name, or write \"{name}\" for a new list");
        }
    }

    private static JsonObject Section(JsonObject into, string name)
    {
        if (into[name] is not JsonObject section)
        {
            into[name] = section = [];
        }

        return section;
    }

    private void Set(JsonObject into, string key, string name, JsonNode? value, AttributeLevel level, string prefix)
    {
        var old = into[name] as JsonArray ?? [];
        var path = prefix + name;
        switch (value, key)
        {
            case (JsonArray more, [.., '+']):
                origins.Append(path, level, old.Count, more.Count);
                into[name] = new JsonArray([.. old.Concat(more).Select(item => item?.DeepClone())]);
                break;
            case (JsonArray less, [.., '-']):
                var kept = old.Index().Where(item => !less.Any(gone => JsonNode.DeepEquals(gone, item.Item))).ToList();
                origins.Keep(path, level, [.. kept.Select(item => item.Index)]);
                into[name] = new JsonArray([.. kept.Select(item => item.Item?.DeepClone())]);
                break;
            default:
                origins.Set(path, level);
                into[name] = value?.DeepClone();
                break;
        }
    }
}
