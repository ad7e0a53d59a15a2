using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.DataBags;

/// <summary>The secrets in an encrypted item: all its texts but its id, which is the name of its file.</summary>
internal static class ItemSecrets
{
    public static IEnumerable<string> Of(JsonObject item) =>
        item.Where(pair => pair.Key != "id").SelectMany(pair => Texts(pair.Value));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(pair => Texts(pair.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
