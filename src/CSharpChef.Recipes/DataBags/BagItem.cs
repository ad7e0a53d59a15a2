using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The name and the values of an item of a data bag.</summary>
internal sealed record BagItem(string Name, JsonObject Values)
{
    public static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
