using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>Texts by names, none of them null or twice there.</summary>
internal sealed class TextMapConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Expect(reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Expect(reader.TokenType == JsonTokenType.String && texts.TryAdd(name, reader.GetString()!));
        }

        return texts;
    }

    public override void Write(
        Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new JsonException("a name has a value that is not a text, or is there twice");
        }
    }
}
