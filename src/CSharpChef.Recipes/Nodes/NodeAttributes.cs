using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// Merges all levels of attributes, from the lowest to the highest: objects merge, other values replace,
/// <c>"key+"</c> appends to a list and <c>"key-"</c> removes from it. Records which level set each value.
/// </summary>
internal sealed class NodeAttributes
{
    private readonly Dictionary<string, string> origins = [];

    public NodeAttributes(IEnumerable<AttributeLevel> levels)
    {
        foreach (var level in levels)
        {
            Merge(Merged, level.Values, level.Name, "");
        }
    }

    public static NodeAttributes None => new([]);

    public JsonObject Merged { get; } = [];

    /// <summary>The level that set each value, by the dotted path of the value.</summary>
    public IReadOnlyDictionary<string, string> Origins => origins;

    public IEnumerable<string> Paths => origins.Keys;

    public JsonNode? Find(string path)
    {
        JsonNode? node = Merged;
        foreach (var part in path.Split('.'))
        {
            node = node is JsonObject inner && inner.TryGetPropertyValue(part, out var value) ? value : null;
        }

        return node;
    }

    private void Merge(JsonObject into, JsonObject from, string level, string prefix)
    {
        foreach (var (key, value) in from)
        {
            var name = value is JsonArray ? key.TrimEnd('+', '-') : key;
            if (value is JsonObject inner)
            {
                origins.Remove(prefix + name);
                Merge(Section(into, name), inner, level, $"{prefix}{name}.");
            }
            else
            {
                RemoveOrigins($"{prefix}{name}.");
                into[name] = Combined(into[name] as JsonArray, key, value);
                origins[prefix + name] = level;
            }
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

    private void RemoveOrigins(string prefix)
    {
        foreach (var path in origins.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            origins.Remove(path);
        }
    }

    private static JsonNode? Combined(JsonArray? old, string key, JsonNode? value) => (value, key) switch
    {
        (JsonArray more, [.., '+']) => new JsonArray([.. (old ?? []).Concat(more).Select(item => item?.DeepClone())]),
        (JsonArray less, [.., '-']) => new JsonArray([.. (old ?? [])
            .Where(item => !less.Any(gone => JsonNode.DeepEquals(gone, item)))
            .Select(item => item?.DeepClone())]),
        _ => value?.DeepClone(),
    };
}
