using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.TestSupport;
using Json.Schema;

namespace CSharpChef.Tests.Schemas;

/// <summary>A file of the folder <c>schemas</c>.</summary>
internal sealed class SchemaFile(string name)
{
    // As the readers parse the files. A text that is not whole Unicode is an InvalidOperationException.
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly Lazy<JsonSchema> schema = new(() => JsonSchema.FromFile(PathOf(name)));

    public static IEnumerable<string> Names => Directory.EnumerateFiles(SourceTree.PathOf("schemas"))
        .Select(file => Path.GetFileName(file)[..^".schema.json".Length]).Order(StringComparer.Ordinal);

    public JsonNode Root { get; } = JsonNode.Parse(File.ReadAllText(PathOf(name)))!;

    /// <summary>The names of the members that the schema describes at a path of itself.</summary>
    public IEnumerable<string> MembersAt(params string[] path) => path
        .Aggregate(Root, (node, key) => node[key]!)["properties"]!.AsObject()
        .Select(member => member.Key).Where(key => key != "$schema");

    /// <summary>What the schema says against a text; empty when it accepts it.</summary>
    public string Mistakes(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var result = schema.Value.Evaluate(
                document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
            return result.IsValid ? "" : "the schema refuses it: " + string.Join(
                '\n', result.Details.Where(detail => detail.HasErrors).SelectMany(
                    detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    private static string PathOf(string name) => SourceTree.PathOf($"schemas/{name}.schema.json");
}
