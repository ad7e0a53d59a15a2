using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>Numbers the contents of files, and sends each once, before the first line that names it.</summary>
/// <param name="send">Sends a part of a content.</param>
internal sealed class SentContents(Action<WorkerMessage.Content> send) : JsonConverter<FileContent>
{
    private const int PartSize = 1 << 20;

    private readonly Dictionary<(long Length, string Sha256), int> numbers = [];

    /// <summary>Forgets the numbers, so that the next run sends its contents again.</summary>
    public void Clear() => numbers.Clear();

    public override FileContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only a worker sends contents.");

    public override void Write(Utf8JsonWriter writer, FileContent value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(NumberOf(value));

    private int NumberOf(FileContent content)
    {
        var key = (content.Length, content.Sha256);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = numbers.Count + 1;
            Send(number, content);
        }

        return number;
    }

    private void Send(int number, FileContent content)
    {
        using var stream = content.OpenRead();
        var part = new byte[PartSize];
        int read;
        do
        {
            read = stream.ReadAtLeast(part, PartSize, throwOnEndOfStream: false);
            send(new WorkerMessage.Content(number, part[..read], read < PartSize));
        }
        while (read == PartSize);
    }
}
