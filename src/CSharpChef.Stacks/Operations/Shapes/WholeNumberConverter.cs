using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// Reads whole numbers however they are written: 2, 2.0 or 2e0. Some languages have one type of number.
/// </summary>
internal sealed class WholeNumberConverter : JsonConverter<int>
{
    public static bool IsWhole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
            && value.GetDouble() is >= int.MinValue and <= int.MaxValue and var number
            && double.IsInteger(number);

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (int)reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}
