using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// Times as text in UTC. Clients get whole seconds with the offset spelled out, the store keeps milliseconds.
/// </summary>
internal sealed class TimeConverter(string format) : JsonConverter<DateTimeOffset>
{
    public const string Wire = "yyyy-MM-dd'T'HH:mm:ss'+00:00'";
    public const string Stored = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Store(DateTimeOffset time) => time.UtcDateTime.ToString(Stored, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
}
