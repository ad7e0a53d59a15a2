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

    /// <summary>The JSON of the activity log, which has some hidden members too.</summary>
    public static readonly JsonSerializerOptions LogOptions = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LoggedOnly } },
    };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    public static T Read<T>(ReadOnlyMemory<byte> body, StructureShape shape)
    {
        using var document = Parse(body.IsEmpty ? "{}"u8.ToArray() : body);
        Check(document.RootElement, shape);
        return document.RootElement.Deserialize<T>(Options)!;
    }

    public static byte[] Write(object answer) => JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), Options);

    private static void Check(JsonElement root, StructureShape shape)
    {
        try
        {
            ShapeCheck.Structure(root, shape, "");
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
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
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
        }
    }

    // JSON can contain half of a surrogate pair, in a value and in a name. The parser reads names only.
    private static OperationException NotUnicode(InvalidOperationException e) => ApiError.Unreadable(
        "The body contains text that is not Unicode: one half of a surrogate pair, such as \\ud800.", e);

    private static void ShownOnly(JsonTypeInfo type) => Remove(type, hidden => true);

    private static void LoggedOnly(JsonTypeInfo type) => Remove(type, hidden => !hidden.IsLogged);

    // Computed members are never written.
    private static void Remove(JsonTypeInfo type, Func<HiddenAttribute, bool> isLeftOut)
    {
        foreach (var property in type.Properties
            .Where(property => property.Set is null || HiddenOf(property).Any(isLeftOut))
            .ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static IEnumerable<HiddenAttribute> HiddenOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(HiddenAttribute), inherit: true)
            .OfType<HiddenAttribute>() ?? [];
}
