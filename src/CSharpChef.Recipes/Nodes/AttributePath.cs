using System.Globalization;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// Finds values by their path, such as <c>web.sites[2].port</c>. A key may have dots in it, as the names of domains do.
/// </summary>
internal static class AttributePath
{
    /// <summary>The value at a path, and the path with its keys as they are written there; null for none.</summary>
    public static (string Path, JsonNode? Value)? Find(JsonNode? node, string path, StringComparison comparison)
    {
        if (path.Length == 0)
        {
            return ("", node);
        }

        return node switch
        {
            JsonObject section => InSection(section, path, comparison),
            JsonArray list => InList(list, path, comparison),
            _ => null,
        };
    }

    private static (string Path, JsonNode? Value)? InSection(
        JsonObject section, string path, StringComparison comparison)
    {
        var end = path.IndexOfAny(['.', '[']);
        var first = end < 0 ? path : path[..end];
        return section.TryGetPropertyValue(first, out var value)
            && Below(first, value, path, comparison) is { } found
            ? found
            : WithAnyKey(section, path, comparison);
    }

    private static (string Path, JsonNode? Value)? WithAnyKey(
        JsonObject section, string path, StringComparison comparison)
    {
        foreach (var (key, value) in section
            .Where(pair => IsFirst(pair.Key, path, comparison))
            .OrderByDescending(pair => path.StartsWith(pair.Key, StringComparison.Ordinal))
            .ThenBy(pair => pair.Key.Length))
        {
            if (Below(key, value, path, comparison) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The value at a path that begins with a key or an index.</summary>
    private static (string Path, JsonNode? Value)? Below(
        string first, JsonNode? value, string path, StringComparison comparison)
    {
        var rest = path[first.Length..];
        return rest != "." && Find(value, rest.StartsWith('.') ? rest[1..] : rest, comparison) is var (below, found)
            ? (below.Length == 0 || below[0] == '[' ? first + below : $"{first}.{below}", found)
            : null;
    }

    private static bool IsFirst(string key, string path, StringComparison comparison) =>
        path.StartsWith(key, comparison) && (path.Length == key.Length || path[key.Length] is '.' or '[');

    private static (string Path, JsonNode? Value)? InList(JsonArray list, string path, StringComparison comparison)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return path[0] == '[' && end > 0
            && int.TryParse(path[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < list.Count
            ? Below(path[..(end + 1)], list[index], path, comparison)
            : null;
    }
}
