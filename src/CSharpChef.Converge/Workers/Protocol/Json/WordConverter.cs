using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>The members of an enumeration by their names, and nothing else.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Members =
        Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Members.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"a {typeof(T).Name} is not a known word");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
