using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>The JSON of the store: all that a document has a setter for, secrets by their ids.</summary>
internal static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EnumNameConverter(), new TimeConverter(TimeConverter.Stored), new SecretIdConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SettableOnly } },
    };

    public static T Read<T>(string body, int version)
        where T : class, IDocument
    {
        var document = JsonSerializer.Deserialize<T>(body, Options)!;
        document.Version = version;
        return document;
    }

    /// <summary>The body, the secrets in it that are not stored yet by the ids they get, and the ids of all.</summary>
    public static (string Body, IReadOnlyDictionary<string, string> New, IReadOnlySet<string> All) Write(
        IDocument document)
    {
        using var secrets = SecretIdConverter.Collect();
        var body = JsonSerializer.Serialize(document, document.GetType(), Options);
        return (body, secrets.New, secrets.All);
    }

    private static void SettableOnly(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null).ToList())
        {
            type.Properties.Remove(property);
        }
    }
}
