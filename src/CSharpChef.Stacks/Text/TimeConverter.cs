using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Text;

/// <summary>
/// Writes times as text in UTC: for clients in whole seconds with the offset, for the store in milliseconds.
/// </summary>
internal sealed class TimeConverter(string format) : JsonConverter<DateTimeOffset>
{
    public const string WireFormat = "yyyy-MM-dd'T'HH:mm:ss'+00:00'";
    public const string StoreFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string StoreText(DateTimeOffset time) =>
        time.UtcDateTime.ToString(StoreFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ParseStored(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
}
