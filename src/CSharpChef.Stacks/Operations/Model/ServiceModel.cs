using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations.Model;

/// <summary>
/// Writes the service model of the API, from which AWS clients are made. Its source are the operations themselves.
/// </summary>
internal static class ServiceModel
{
    private const string ValidationError = "ValidationException";
    private const string MissingError = "ResourceNotFoundException";

    /// <param name="operations">Operations with the same prefix.</param>
    public static JsonObject Of(IReadOnlyList<Operation> operations, string apiVersion)
    {
        var shapes = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            [ValidationError] = Error(),
            [MissingError] = Error()
        };
        var listed = new JsonObject(operations.Select(
            operation => KeyValuePair.Create<string, JsonNode?>(operation.Name, Operation(operation, shapes))));
        return new()
        {
            ["version"] = "2.0",
            ["metadata"] = new JsonObject
            {
                ["apiVersion"] = apiVersion,
                ["endpointPrefix"] = "opsworks",
                ["jsonVersion"] = "1.1",
                ["protocol"] = "json",
                ["serviceFullName"] = "CSharpChef",
                ["serviceId"] = "OpsWorks",
                ["signatureVersion"] = "v4",
                ["targetPrefix"] = operations[0].Prefix,
                ["uid"] = $"opsworks-{apiVersion}",
            },
            ["documentation"] = "The API of AWS OpsWorks Stacks, answered by a CSharpChef server.",
            ["operations"] = listed,
            ["shapes"] = new JsonObject(shapes),
        };
    }

    private static JsonObject Operation(Operation operation, IDictionary<string, JsonNode?> shapes)
    {
        var model = new JsonObject
        {
            ["name"] = operation.Name,
            ["http"] = new JsonObject { ["method"] = "POST", ["requestUri"] = "/" }
        };
        if (operation.Input.Members.Count > 0)
        {
            model["input"] = Named($"{operation.Name}Request", operation.Input, shapes);
        }

        if (operation.Output is { } output)
        {
            model["output"] = Named($"{operation.Name}Result", output, shapes);
        }

        model["errors"] = new JsonArray(Reference(ValidationError), Reference(MissingError));
        model["documentation"] = operation.Description;
        return model;
    }

    private static JsonObject Named(string name, StructureShape shape, IDictionary<string, JsonNode?> shapes)
    {
        if (shapes.TryAdd(name, null))
        {
            shapes[name] = Structure(shape, shapes);
        }

        return Reference(name);
    }

    private static JsonObject Structure(StructureShape shape, IDictionary<string, JsonNode?> shapes)
    {
        var structure = new JsonObject { ["type"] = "structure" };
        if (shape.Members.Where(member => member is { Required: true, IsOwn: false })
            .Select(member => (JsonNode?)member.Name)
            .ToArray() is { Length: > 0 } required)
        {
            structure["required"] = new JsonArray(required);
        }

        structure["members"] = new JsonObject(shape.Members.Where(member => !member.IsOwn).Select(
            member => KeyValuePair.Create<string, JsonNode?>(member.Name, Member(member, shapes))));
        return structure;
    }

    private static JsonObject Member(Member member, IDictionary<string, JsonNode?> shapes)
    {
        var model = Shape(member.Shape, member.Name, shapes);
        if (member.Description.Length > 0)
        {
            model["documentation"] = member.Description;
        }

        return model;
    }

    private static JsonObject Shape(Shape shape, string name, IDictionary<string, JsonNode?> shapes) => shape switch
    {
        TextShape { Words.Count: > 0 } text => Simple($"{name}Word{Mark(text.Words)}", "string", shapes, text.Words),
        TextShape => Simple("String", "string", shapes),
        NumberShape { Whole: true } => Simple("Integer", "integer", shapes),
        NumberShape => Simple("Double", "double", shapes),
        FlagShape => Simple("Boolean", "boolean", shapes),
        ListShape list => Composed(list, name, shapes),
        MapShape map => Composed(map, name, shapes),
        StructureShape structure => Named(structure.Name, structure, shapes),
        _ => throw new InvalidOperationException($"No model for {shape}."),
    };

    private static JsonObject Simple(
        string name, string type, IDictionary<string, JsonNode?> shapes, IReadOnlyList<string>? words = null)
    {
        if (!shapes.ContainsKey(name))
        {
            var model = new JsonObject { ["type"] = type };
            if (words is not null)
            {
                model["enum"] = new JsonArray([.. words.Select(word => (JsonNode?)word)]);
            }

            shapes[name] = model;
        }

        return Reference(name);
    }

    private static JsonObject Composed(ListShape list, string name, IDictionary<string, JsonNode?> shapes)
    {
        var item = Shape(list.Item, name, shapes);
        var listName = $"{item["shape"]}List";
        shapes.TryAdd(listName, new JsonObject { ["type"] = "list", ["member"] = item });
        return Reference(listName);
    }

    private static JsonObject Composed(MapShape map, string name, IDictionary<string, JsonNode?> shapes)
    {
        var key = Shape(new TextShape(map.Keys), name, shapes);
        var value = Shape(map.Value, name, shapes);
        var mapName = $"{key["shape"]}To{value["shape"]}";
        shapes.TryAdd(mapName, new JsonObject { ["type"] = "map", ["key"] = key, ["value"] = value });
        return Reference(mapName);
    }

    // Members of the same name may allow different texts.
    private static string Mark(IReadOnlyList<string> words) =>
        $"{words.Count}{words[0].Replace("-", "", StringComparison.Ordinal)}";

    private static JsonObject Reference(string name) => new() { ["shape"] = name };

    private static JsonObject Error() => new()
    {
        ["type"] = "structure",
        ["members"] = new JsonObject { ["message"] = new JsonObject { ["shape"] = "String" } },
        ["exception"] = true,
    };
}
