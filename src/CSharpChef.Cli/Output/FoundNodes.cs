using System.Text.Json.Nodes;

namespace CSharpChef.Cli.Output;

/// <summary>Prints the hosts that a search has found.</summary>
/// <param name="nodes">The hosts.</param>
/// <param name="paths">The attributes and facts to print of each.</param>
internal sealed class FoundNodes(IReadOnlyList<Node> nodes, IReadOnlyList<string> paths)
{
    public void Write(bool json, bool onlyNames)
    {
        if (json)
        {
            Console.Out.WriteLine(new JsonObject { ["hosts"] = new JsonArray([.. nodes.Select(Json)]) }.ToJsonString());
        }
        else if (onlyNames)
        {
            nodes.ToList().ForEach(node => Console.Out.WriteLine(node.Name));
        }
        else
        {
            WriteLines();
        }
    }

    private void WriteLines()
    {
        var names = nodes.Select(node => node.Name.Length).DefaultIfEmpty().Max();
        var addresses = nodes.Select(node => node.Address.Length).DefaultIfEmpty().Max();
        foreach (var node in nodes)
        {
            var name = Color.Bold(node.Name) + new string(' ', names - node.Name.Length);
            Console.Out.WriteLine(
                $"{name}  {node.Address.PadRight(addresses)}  {string.Join(", ", node.Groups)}".TrimEnd());
            foreach (var path in paths)
            {
                Console.Out.WriteLine($"  {path} = {Value(node, path)?.ToJsonString() ?? "null"}");
            }
        }

        Console.Error.WriteLine(Plural.Of(nodes.Count, "host"));
    }

    private JsonObject Json(Node node) => new()
    {
        ["name"] = node.Name,
        ["address"] = node.Address,
        ["groups"] = new JsonArray([.. node.Groups.Select(group => JsonValue.Create(group))]),
        ["hasFacts"] = node.HasFacts,
        ["attributes"] = new JsonObject(paths.Distinct().Select(path => KeyValuePair.Create(path, Value(node, path)))),
    };

    /// <summary>The value at a path, else that of a name that Chef has for it; null when the host has none.</summary>
    private static JsonNode? Value(Node node, string path) => node.Find(path)?.Json.DeepClone()
        ?? new NodeFields(node).Find(path).Values switch
        {
            [] => null,
            [var single] => single.Text,
            var several => new JsonArray([.. several.Select(value => JsonValue.Create(value.Text))]),
        };
}
