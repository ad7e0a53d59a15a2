using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>Converts nodes to messages and back.</summary>
internal static class NodeMessages
{
    // Each origin may cost a search through the file that sets the value.
    private const int MostOrigins = 2_000;

    /// <param name="node">The node.</param>
    /// <param name="current">The node that the recipes run for.</param>
    public static NodeMessage Of(Node node, Node current) => new(
        node.Name,
        node.InventoryName,
        node.Address,
        node.Groups,
        node.KnownFacts?.Values,
        node.MissingFacts,
        node.Attributes.Merged,
        Paths(node.Attributes.Merged, "").Take(MostOrigins)
            .Select(path => (Path: path, Origin: node.Attributes.OriginOf(path)))
            .Where(each => each.Origin is not null)
            .DistinctBy(each => each.Path)
            .ToDictionary(each => each.Path, each => each.Origin!))
    {
        IsCurrent = ReferenceEquals(node.KnownFacts, current.KnownFacts),
    };

    /// <param name="message">The node.</param>
    /// <param name="current">The facts of the node that the recipes run for.</param>
    /// <param name="stack">What recipes see of the stack of that node.</param>
    public static Node ToNode(NodeMessage message, Facts? current = null, StackData? stack = null)
    {
        var facts = message switch
        {
            { IsCurrent: true } when current is not null => current,
            { Facts: { } values } => new Facts(values),
            _ => null,
        };
        return new Node(message.Name, () => facts, () => AttributesOf(message))
        {
            Address = message.Address,
            Groups = message.Groups,
            InventoryName = message.InventoryName,
            MissingFacts = message.MissingFacts,
            KnownData = stack,
        };
    }

    private static NodeAttributes AttributesOf(NodeMessage message) => new(
        [new AttributeLevel("", message.Attributes) { KnownOrigin = path => OriginOf(path, message.Origins) }]);

    private static string OriginOf(string path, IReadOnlyDictionary<string, string> origins)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (origins.TryGetValue(path[..end], out var origin))
            {
                return origin;
            }
        }

        return "the server";
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        var below = node switch
        {
            JsonObject values => values.SelectMany(pair =>
                Paths(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
            JsonArray items => items.SelectMany((item, index) => Paths(item, $"{path}[{index}]")),
            _ => [],
        };
        return path.Length == 0 ? below : below.Prepend(path);
    }
}
