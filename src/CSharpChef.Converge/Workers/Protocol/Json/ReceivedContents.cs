using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>The contents of files that a worker has sent, by their numbers.</summary>
internal sealed class ReceivedContents : JsonConverter<FileContent>
{
    private readonly Dictionary<int, FileContent> complete = [];
    private readonly ArrayBufferWriter<byte> parts = new();
    private int current;

    /// <exception cref="ProtocolException">The part belongs to another content than the last one.</exception>
    public void Add(WorkerMessage.Content part)
    {
        if (complete.ContainsKey(part.Number) || (parts.WrittenCount > 0 && current != part.Number))
        {
            throw new ProtocolException("sent a content of a file twice or in pieces of others");
        }

        current = part.Number;
        parts.Write(part.Bytes);
        if (part.IsLast)
        {
            complete[current] = FileContent.FromBytes(parts.WrittenSpan.ToArray());
            parts.Clear();
        }
    }

    /// <summary>Forgets the contents of a run, before the next run of the worker.</summary>
    public void Clear()
    {
        complete.Clear();
        parts.Clear();
    }

    public override FileContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
            && complete.TryGetValue(number, out var content)
                ? content
                : throw new JsonException("a step names the content of a file that was not sent");

    public override void Write(Utf8JsonWriter writer, FileContent value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only a worker sends contents.");
}
