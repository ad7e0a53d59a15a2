using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// A JSON file written by people: it may have comments and trailing commas, and errors name the line.
/// </summary>
internal sealed class JsonSource(byte[] bytes, string file)
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Makes the exception of an error. Default: an error of a cookbook.</summary>
    public Func<string, Exception?, ChefException> Error { get; init; } =
        (message, inner) => new RecipeException(message, inner);

    private ReadOnlyMemory<byte> Content => bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;

    /// <summary>The document, whose root is an object.</summary>
    public JsonDocument Document()
    {
        try
        {
            var document = JsonDocument.Parse(Content, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw ErrorAt([], "expected an object { ... }");
        }
        catch (JsonException e)
        {
            throw SyntaxError(e);
        }
    }

    /// <summary>The document as nodes that several threads may read: none of them is created lazily.</summary>
    public JsonObject Object()
    {
        using var document = Document();
        return Copy(document.RootElement);
    }

    /// <summary>An error at the place to which a path of keys leads; its last part may be an item of a list.</summary>
    public ChefException ErrorAt(IReadOnlyList<string> path, string message) =>
        Error($"{PositionOf(path)}: {message}", null);

    /// <summary>The place to which a path of keys leads, as <c>path:line:column</c>.</summary>
    public SourceLocation PositionOf(IReadOnlyList<string> path)
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(Content.Span, options);
        var found = 0;
        while (found < path.Count && reader.Read())
        {
            if (Leads(ref reader, path, found))
            {
                found++;
            }
        }

        return found < path.Count || found == 0 ? At(0) : At((int)reader.TokenStartIndex);
    }

    private static bool Leads(ref Utf8JsonReader reader, IReadOnlyList<string> path, int found) =>
        (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == found + 1
            || reader.TokenType == JsonTokenType.String && found == path.Count - 1)
        && reader.ValueTextEquals(path[found]);

    private ChefException SyntaxError(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var at = new SourceLocation(file, (int)(e.LineNumber ?? 0) + 1) { Column = (int)(e.BytePositionInLine ?? 0) + 1 };
        return Error($"{at}: {(end < 0 ? e.Message : e.Message[..end])}", e);
    }

    private SourceLocation At(int index)
    {
        var before = Content.Span[..index];
        return new SourceLocation(file, before.Count((byte)'\n') + 1) { Column = index - before.LastIndexOf((byte)'\n') };
    }

    private static JsonObject Copy(JsonElement element)
    {
        var copy = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            copy[property.Name] = CopyValue(property.Value);
        }

        return copy;
    }

    private static JsonNode? CopyValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Copy(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(CopyValue)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };
}
