using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>The JSON of the API: members named as in the records, without hidden members, nulls and secrets.</summary>
internal static class ApiJson
{
    private const int Deepest = 24;

    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new EnumNameConverter(), new TimeConverter(TimeConverter.WireFormat), new FilteredSecretConverter(),
            new WholeNumberConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ShownOnly } },
    };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    public static T Read<T>(ReadOnlyMemory<byte> body, StructureShape shape)
    {
        using var document = Parse(body.IsEmpty ? "{}"u8.ToArray() : body);
        Check(document.RootElement, shape);
        return document.RootElement.Deserialize<T>(Options)!;
    }

    public static byte[] Write(object answer) => JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), Options);

    // JSON can contain half of a surrogate pair, which is not Unicode text.
    private static void Check(JsonElement root, StructureShape shape)
    {
        try
        {
            ShapeCheck.Structure(root, shape, "");
        }
        catch (InvalidOperationException e)
        {
            throw ApiError.Unreadable("The body contains text that is not Unicode.", e);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw ApiError.Unreadable("The body is not UTF-8.");
        }

        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException e)
        {
            throw ApiError.Unreadable($"The body is not valid JSON: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static void ShownOnly(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(IsHidden).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static bool IsHidden(JsonPropertyInfo property) =>
        property.Set is null || property.AttributeProvider?.IsDefined(typeof(HiddenAttribute), inherit: true) == true;
}
