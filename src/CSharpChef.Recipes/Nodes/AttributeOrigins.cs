namespace CSharpChef.Recipes;

/// <summary>Records which level set each attribute, and each item of a list that several levels made.</summary>
internal sealed class AttributeOrigins
{
    private readonly Dictionary<string, AttributeLevel> levels = [];
    private readonly Dictionary<string, AttributeLevel> sections = [];
    private readonly Dictionary<string, List<Item>> items = [];

    /// <summary>The names of the levels by the dotted path of the value.</summary>
    public IReadOnlyDictionary<string, string> Names => levels.ToDictionary(pair => pair.Key, pair => pair.Value.Name);

    public void Set(string path, AttributeLevel level)
    {
        levels[path] = level;
        items.Remove(path);
        sections.Remove(path);
    }

    /// <summary>Notes that a level has a section, also an empty one.</summary>
    public void SetSection(string path, AttributeLevel level)
    {
        Remove(path);
        sections[path] = level;
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

    public void RemoveBelow(string prefix)
    {
        foreach (var path in levels.Keys.Concat(sections.Keys)
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            Remove(path);
            sections.Remove(path);
        }
    }

    /// <summary>The level that set the value at a path, with the place; of a section, the last that has it.</summary>
    public string? OriginOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (levels.TryGetValue(path[..end], out var level))
            {
                return ItemAt(path, end) is { } item
                    ? item.Level.OriginOf($"{path[..end]}[{item.Index}]{path[(path.IndexOf(']', end) + 1)..]}")
                    : level.OriginOf(path);
            }
        }

        return sections.GetValueOrDefault(path)?.OriginOf(path);
    }

    private void Remove(string path)
    {
        levels.Remove(path);
        items.Remove(path);
    }

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
