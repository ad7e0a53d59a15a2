using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Writes the secrets of one document at a time as ids, and collects them.</summary>
internal sealed class SecretIdConverter : JsonConverter<Secret>
{
    private SecretCollection collected = new();

    /// <summary>Begins a new collection, for the next document.</summary>
    public SecretCollection Collect() => collected = new();

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.Stored(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(collected.Add(value));
}
