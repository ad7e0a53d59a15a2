using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// Checks an answer strictly against the service model of AWS, member by member.
/// </summary>
internal sealed partial class ModelCheck(JsonObject model)
{
    private const string Installed = "/usr/lib/python3/dist-packages/botocore/data/opsworks/2013-02-18/";

    public JsonObject Model => model;

    public IReadOnlyList<string> Operations => [.. model["operations"]!.AsObject().Select(operation => operation.Key)];

    /// <summary>Reads the model from the installed botocore.</summary>
    public static async Task<JsonObject> ReadAwsModelAsync(string file, CancellationToken ct) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Installed + file, ct))!.AsObject();

    public JsonObject Shape(string name) => model["shapes"]![name]!.AsObject();

    public string? ShapeOf(string operation, string side) =>
        model["operations"]![operation]?[side]?["shape"]?.GetValue<string>();

    /// <summary>Returns the differences between an answer and the model; empty when the answer is valid.</summary>
    public IReadOnlyList<string> Faults(string operation, string body)
    {
        var faults = new List<string>();
        using var answer = JsonDocument.Parse(body);
        if (ShapeOf(operation, "output") is { } output)
        {
            Check(answer.RootElement, output, operation, faults);
        }
        else if (body != "{}")
        {
            faults.Add($"{operation} answers {body}, and has no output");
        }

        return faults;
    }

    private void Check(JsonElement value, string name, string path, List<string> faults)
    {
        var shape = Shape(name);
        var type = shape["type"]!.GetValue<string>();
        if (!Fits(value, type))
        {
            faults.Add($"{path} is {value.ValueKind}, and must be {type}");
            return;
        }

        switch (type)
        {
            case "structure":
                Members(value, shape, path, faults);
                break;
            case "list":
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Check(item, Reference(shape["member"]), $"{path}[{index}]", faults);
                }

                break;
            case "map":
                Pairs(value, shape, path, faults);
                break;
            case "string":
                Text(value.GetString()!, name, shape, path, faults);
                break;
        }
    }

    private void Members(JsonElement value, JsonObject shape, string path, List<string> faults)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (shape["members"]![property.Name] is { } member)
            {
                Check(property.Value, Reference(member), $"{path}.{property.Name}", faults);
            }
            else
            {
                faults.Add($"{path} has the member {property.Name}, which is not in the model of the clients");
            }
        }
    }

    private void Pairs(JsonElement value, JsonObject shape, string path, List<string> faults)
    {
        foreach (var pair in value.EnumerateObject())
        {
            Text(pair.Name, "", Shape(Reference(shape["key"])), $"the key {pair.Name} of {path}", faults);
            Check(pair.Value, Reference(shape["value"]), $"{path}.{pair.Name}", faults);
        }
    }

    private static void Text(string text, string name, JsonObject shape, string path, List<string> faults)
    {
        if (shape["enum"] is JsonArray words && !words.Any(word => word!.GetValue<string>() == text))
        {
            faults.Add($"{path} is {text}, which is not one of its values");
        }

        if (name == "DateTime" && !Time().IsMatch(text))
        {
            faults.Add($"{path} is {text}, which is not a time such as yyyy-MM-ddTHH:mm:ss+00:00");
        }
    }

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "structure" or "map" => value.ValueKind == JsonValueKind.Object,
        "list" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out _)
            && !value.GetRawText().Contains('.', StringComparison.Ordinal),
        "double" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };

    private static string Reference(JsonNode? node) => node!["shape"]!.GetValue<string>();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$")]
    private static partial Regex Time();
}
