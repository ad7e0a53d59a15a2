using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The fields of nested values: their dotted paths.</summary>
internal sealed class FlatFields(Func<JsonObject> values)
{
    private readonly Lazy<List<(string Path, SearchValue Value)>> flat = new(() => [.. FlatValues.Of(values())]);

    /// <summary>The paths of all values.</summary>
    public IEnumerable<string> Paths => flat.Value.Select(pair => pair.Path).Distinct();

    /// <summary>The values of a field; none when there is no such path.</summary>
    public List<SearchValue> Find(string field) =>
        ValuesAt(field, path => path) is { Count: > 0 } exact
            ? exact
            : ValuesAt(FactFields.Joined(field), FactFields.Joined);

    // Chef joins nested keys with underscores; a value that has the whole name comes first.
    private List<SearchValue> ValuesAt(string field, Func<string, string> nameOf) =>
        [.. flat.Value.Where(pair => nameOf(pair.Path) == field).Select(pair => pair.Value)];
}
