using System.Text.Json.Nodes;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// The custom JSON of a command as attributes: that of the stack, over it that of the layers, over it the deployment's.
/// </summary>
internal static class CustomJson
{
    public static IReadOnlyList<AttributeLevel> Of(CommandContext context) =>
    [
        .. Level("the custom JSON of the stack", context.Stack.CustomJson),

        // An instance in several layers has the value of its first layer.
        .. context.Layers.Reverse().SelectMany(
            layer => Level($"the custom JSON of the layer {layer.Shortname}", layer.CustomJson)),
        .. Level("the custom JSON of the command", context.Deployment?.CustomJson),
    ];

    private static IEnumerable<AttributeLevel> Level(string name, string? json) =>
        string.IsNullOrWhiteSpace(json) ? [] : [new AttributeLevel(name, JsonNode.Parse(json)!.AsObject())];
}
