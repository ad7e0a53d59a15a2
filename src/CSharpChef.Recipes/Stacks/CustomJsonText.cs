using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Converts custom JSON to the text that the API expects.</summary>
internal static class CustomJsonText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        string { Length: 0 } none => none,
        string text => Validate(StackContext.Json(text)),
        _ => Validate(Declaration.Node(value)),
    };

    private static string Validate(JsonNode? node) =>
        node is JsonObject
            ? node.ToJsonString()
            : throw new RecipeException("CustomJson must be an object, like new { motd = \"hello\" }");
}
