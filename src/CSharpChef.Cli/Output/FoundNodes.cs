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

    /// <summary>Writes notes about paths that are not known, or that no host has, to the error output.</summary>
    /// <param name="all">All hosts of the inventory.</param>
    public void WriteNotes(IReadOnlyList<Node> all)
    {
        foreach (var (path, suggestion) in UnknownFields.Of(paths, all))
        {
            Console.Error.WriteLine($"no host has the attribute or fact \"{path}\"{suggestion}");
        }

        foreach (var path in paths.Distinct())
        {
            if (nodes.Where(node => !IsKnown(node, path)).ToList() is [var first, .. var others])
            {
                Console.Error.WriteLine(
                    $"{path} is not known: {first.MissingFacts}{(others.Count > 0 ? $" (and those of {Plural.Of(others.Count, "other host")})" : "")}");
            }
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
                Console.Out.WriteLine($"  {path} = {Text(node, path)}");
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

    private static string Text(Node node, string path) => Value(node, path)?.ToJsonString()
        ?? (IsKnown(node, path) ? "null" : "not known");

    /// <summary>Whether a path that has no value would have none with the facts of the host either.</summary>
    private static bool IsKnown(Node node, string path) => new NodeFields(node).Find(path).IsComplete;

    /// <summary>The value at a path, else that of a name that Chef has for it; null when the host has none.</summary>
    private static JsonNode? Value(Node node, string path) => node.Find(path)?.Json.DeepClone()
        ?? new NodeFields(node).Find(path).Values switch
        {
            [] => null,
            [var single] => single.Text,
            var several => new JsonArray([.. several.Select(value => JsonValue.Create(value.Text))]),
        };
}
