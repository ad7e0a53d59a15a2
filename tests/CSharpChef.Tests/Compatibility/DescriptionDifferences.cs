using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// Where this build describes a store otherwise than the build that wrote it: each member once, with both values.
/// </summary>
internal sealed class DescriptionDifferences
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedSet<string> lines = new(StringComparer.Ordinal);

    public static string Of(string earlier, string now)
    {
        var (before, after) = (JsonNode.Parse(earlier)!.AsArray(), JsonNode.Parse(now)!.AsArray());
        Assert.Equal(before.Select(Question), after.Select(Question));
        var differences = new DescriptionDifferences();
        foreach (var (first, second) in before.Zip(after))
        {
            differences.Add($"{first!["operation"]}:", first["answer"], second!["answer"]);
        }

        return string.Concat(differences.lines.Select(line => $"{line}\n"));
    }

    private static string Question(JsonNode? answer) => $"{answer!["operation"]} {answer["request"]!.ToJsonString()}";

    private void Add(string path, JsonNode? before, JsonNode? after)
    {
        if (before is JsonObject first && after is JsonObject second)
        {
            foreach (var name in first.Select(member => member.Key).Union(second.Select(member => member.Key)))
            {
                Add($"{path} {name}", first[name], second[name]);
            }
        }
        else if (before is JsonArray list && after is JsonArray other && list.Count == other.Count)
        {
            list.Zip(other).ToList().ForEach(items => Add(path, items.First, items.Second));
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            lines.Add($"{path}: {Text(before)} became {Text(after)}");
        }
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(Plain) ?? "absent";
}
