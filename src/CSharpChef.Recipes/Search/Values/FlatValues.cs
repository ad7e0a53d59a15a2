using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// Nested values as pairs of a dotted path and a value, as Chef's index has them: the items of a list have the path of
/// the list, and a section has the names of what is in it.
/// </summary>
internal static class FlatValues
{
    public static IEnumerable<(string Path, SearchValue Value)> Of(JsonObject attributes, string prefix = "") =>
        attributes.SelectMany(pair => Of(prefix + pair.Key, pair.Value));

    public static IEnumerable<(string Path, SearchValue Value)> Of(Facts facts) =>
        facts.Values.SelectMany(fact => Of(WithoutNumbers(fact.Key), fact.Value));

    private static IEnumerable<(string Path, SearchValue Value)> Of(string path, JsonNode? value) => value switch
    {
        null => [],
        JsonObject section => section.Select(pair => (path, new SearchValue(pair.Key))).Concat(Of(section, $"{path}.")),
        JsonArray list => list.SelectMany(item => Of(path, item)),
        _ when value.GetValueKind() == JsonValueKind.String => [(path, new SearchValue(value.GetValue<string>()))],
        _ => [(path, new SearchValue(value.ToJsonString(), value.GetValueKind() == JsonValueKind.Number))],
    };

    private static IEnumerable<(string Path, SearchValue Value)> Of(string[] path, string fact)
    {
        var name = string.Join('.', path);
        var sections = Enumerable.Range(1, path.Length - 1)
            .Select(length => (string.Join('.', path[..length]), new SearchValue(path[length])));
        return sections.Concat(Items(name, fact).Select(item => (name, new SearchValue(item))));
    }

    // mounts.0.path is mounts.path, as for the items of a list.
    private static string[] WithoutNumbers(string key) =>
        [.. key.Split('.').Where(part => !part.All(char.IsAsciiDigit))];

    private static IEnumerable<string> Items(string name, string fact) => name switch
    {
        "users" => fact.Split(' '),
        _ when name.EndsWith(".addresses", StringComparison.Ordinal) =>
            fact.Split(' ').Select(address => address.Split('/')[0]),
        _ => [fact],
    };
}
