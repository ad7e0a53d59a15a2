using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>Reads secrets as text and writes them filtered.</summary>
internal sealed class FilteredSecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.New(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Secret.Filtered);
}
