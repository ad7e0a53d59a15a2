using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Store;

/// <summary>
/// The JSON form of documents in the store: every member that has a setter, and secrets by their ids.
/// </summary>
internal static class DocumentJson
{
    private static readonly JsonSerializerOptions Reading = OptionsOf(new());

    public static T Read<T>(string body, int version)
        where T : class, IDocument
    {
        var document = StoredJson.Read<T>(body, Reading, T.Noun);
        document.Version = version;
        return document;
    }

    public static JsonSerializerOptions OptionsOf(SecretIdConverter secrets) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EnumNameConverter(), new TimeConverter(TimeConverter.StoreFormat), secrets },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SettableOnly } },
    };

    private static void SettableOnly(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null).ToList())
        {
            type.Properties.Remove(property);
        }
    }
}
