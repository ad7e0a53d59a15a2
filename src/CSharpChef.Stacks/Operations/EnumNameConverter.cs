using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>Enums as their words. An empty text is none.</summary>
internal sealed class EnumNameConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        (Nullable.GetUnderlyingType(typeToConvert) ?? typeToConvert).IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var inner = Nullable.GetUnderlyingType(typeToConvert);
        var type = inner is null
            ? typeof(Always<>).MakeGenericType(typeToConvert)
            : typeof(Maybe<>).MakeGenericType(inner);
        return (JsonConverter)Activator.CreateInstance(type)!;
    }

    private sealed class Always<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumNames.Parse<T>(reader.GetString()!) ?? default;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumNames.Of(value));
    }

    private sealed class Maybe<T> : JsonConverter<T?>
        where T : struct, Enum
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumNames.Parse<T>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
        {
            if (value is { } word)
            {
                writer.WriteStringValue(EnumNames.Of(word));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
