namespace CSharpChef.Recipes;

/// <summary>Records which level set each attribute, and each item of a list that several levels made.</summary>
internal sealed class AttributeOrigins
{
    private readonly Dictionary<string, AttributeLevel> levels = [];
    private readonly Dictionary<string, List<Item>> items = [];

    /// <summary>The names of the levels by the dotted path of the value.</summary>
    public IReadOnlyDictionary<string, string> Names => levels.ToDictionary(pair => pair.Key, pair => pair.Value.Name);

    public void Set(string path, AttributeLevel level)
    {
        levels[path] = level;
        items.Remove(path);
    }

    public void Append(string path, AttributeLevel level, int oldCount, int newCount)
    {
        items[path] =
            [.. ItemsOf(path, oldCount), .. Enumerable.Range(0, newCount).Select(index => new Item(level, index))];
        levels[path] = level;
    }

    /// <summary>Keeps these items of a list; the level removed the others.</summary>
    public void Keep(string path, AttributeLevel level, IReadOnlyList<int> kept)
    {
        var old = ItemsOf(path, kept.DefaultIfEmpty(-1).Max() + 1);
        items[path] = [.. kept.Select(index => old[index])];
        levels[path] = level;
    }

    public void Remove(string path)
    {
        levels.Remove(path);
        items.Remove(path);
    }

    public void RemoveBelow(string prefix)
    {
        foreach (var path in levels.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            Remove(path);
        }
    }

    /// <summary>The place that set the value at a path, or the list or section that holds it.</summary>
    public string? PlaceOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (levels.TryGetValue(path[..end], out var level))
            {
                return ItemAt(path, end) is { } item
                    ? item.Level.PlaceOf($"{path[..end]}[{item.Index}]{path[(path.IndexOf(']', end) + 1)..]}")
                    : level.PlaceOf(path);
            }
        }

        return PlaceBelow(path);
    }

    // A section has no origin of its own; the values in it have.
    private string? PlaceBelow(string path) => levels
        .Where(pair => pair.Key.StartsWith(path + '.', StringComparison.Ordinal))
        .Select(pair => pair.Value.PlaceOf(path))
        .LastOrDefault();

    private List<Item> ItemsOf(string path, int count) => items.TryGetValue(path, out var known)
        ? known
        : [.. Enumerable.Range(0, count).Select(index => new Item(levels[path], index))];

    private Item? ItemAt(string path, int end) =>
        items.TryGetValue(path[..end], out var known) && end < path.Length && path[end] == '['
        && int.TryParse(path[(end + 1)..path.IndexOf(']', end)], out var index) && index < known.Count
            ? known[index]
            : null;

    /// <summary>The level of an item, and its index in the list of that level.</summary>
    private sealed record Item(AttributeLevel Level, int Index);
}
