using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Secrets;

/// <summary>
/// Reads secrets from JSON. Only a single value can be one: the texts inside of others would not be masked.
/// </summary>
internal static class SecretValue
{
    /// <param name="path">The path of the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="RecipeException">It is an object or a list. The message has the paths in it.</exception>
    public static string Text(string path, JsonNode value) => value is JsonValue
        ? new AttributeValue(path, value).ToString()
        : throw new RecipeException(
            $"\"{path}\" is {(value is JsonArray ? "a list" : "an object")}, and a secret is a text: {Help(path, value)}");

    private static string Help(string path, JsonNode value) => Paths(path, value).ToList() is { Count: > 0 } paths
        ? $"name one of its values, {string.Join(", ", paths.Select(each => $"\"{each}\""))}"
        : "it has no values";

    private static IEnumerable<string> Paths(string path, JsonNode? value) => value switch
    {
        JsonObject values => values.SelectMany(pair => Paths($"{path}.{pair.Key}", pair.Value)),
        JsonArray items => items.Index().SelectMany(pair => Paths($"{path}[{pair.Index}]", pair.Item)),
        null => [],
        _ => [path],
    };
}
