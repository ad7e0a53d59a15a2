using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Cookbooks.Json;

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

    /// <summary>True for a text that is a secret: errors show names of it, and no values.</summary>
    public bool IsSecret { get; init; }

    private ReadOnlyMemory<byte> Content => bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;

    /// <summary>The document, whose root is an object.</summary>
    public JsonDocument Document()
    {
        try
        {
            RequireWholeTexts();
            var document = JsonDocument.Parse(Content, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw ErrorAt("", "expected an object { ... }");
        }
        catch (JsonException e)
        {
            throw Error(new JsonMistake(Content, file, e) { HidesText = IsSecret }.ToString(), e);
        }
    }

    /// <summary>The document as nodes that several threads may read: none of them is created lazily.</summary>
    public JsonObject Object()
    {
        using var document = Document();
        return Copy(document.RootElement);
    }

    /// <summary>The document as <see cref="Object"/> returns it, without the name of its schema.</summary>
    public JsonObject ObjectWithoutSchema()
    {
        using var document = Document();
        if (document.RootElement.TryGetProperty(SchemaMember.Name, out var schema))
        {
            SchemaMember.Check(schema, this);
        }

        var values = Copy(document.RootElement);
        values.Remove(SchemaMember.Name);
        return values;
    }

    /// <summary>The object as a level of attributes, which knows the line of each of them.</summary>
    public AttributeLevel Level() =>
        new(file, ObjectWithoutSchema()) { Place = path => new JsonPlaces(Content, file).Of(path) };

    /// <summary>A part of the object as a level of attributes; <paramref name="root"/> is its dotted path.</summary>
    public AttributeLevel Level(string name, JsonObject values, string root) =>
        new(name, values) { Place = path => new JsonPlaces(Content, file).Of(path, root) };

    /// <summary>An error at the value of a dotted path; an empty one names the document.</summary>
    public ChefException ErrorAt(string path, string message) =>
        Error($"{PlaceOf(path)}: {PrintableText.Of(message)}", null);

    /// <summary>The place of the value at a dotted path; an empty one names the document.</summary>
    public string PlaceOf(string path) => path.Length == 0 ? $"{file}:1:1" : new JsonPlaces(Content, file).Of(path);

    // Half of a surrogate pair, or bytes that are not UTF-8: what reads such a text later would throw.
    private void RequireWholeTexts()
    {
        if (Utf8.IsValid(Content.Span) && Content.Span.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(
            Content.Span,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsWhole(ref reader))
            {
                throw Error($"{PlaceOf(reader.TokenStartIndex)}: this text is not made of whole Unicode characters", null);
            }
        }
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private string PlaceOf(long offset)
    {
        var before = Content.Span[..(int)offset];
        return $"{file}:{before.Count((byte)'\n') + 1}:{before.Length - before.LastIndexOf((byte)'\n')}";
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
