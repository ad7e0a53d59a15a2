using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Text;

/// <summary>Reads and writes enum members by their names. An empty text is read as null or the first member.</summary>
internal sealed class EnumNameConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        (Nullable.GetUnderlyingType(typeToConvert) ?? typeToConvert).IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var inner = Nullable.GetUnderlyingType(typeToConvert);
        var type = inner is null
            ? typeof(Required<>).MakeGenericType(typeToConvert)
            : typeof(Optional<>).MakeGenericType(inner);
        return (JsonConverter)Activator.CreateInstance(type)!;
    }

    private sealed class Required<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumNames.Parse<T>(reader.GetString()!) ?? default;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumNames.Of(value));
    }

    private sealed class Optional<T> : JsonConverter<T?>
        where T : struct, Enum
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumNames.Parse<T>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
        {
            if (value is { } member)
            {
                writer.WriteStringValue(EnumNames.Of(member));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
