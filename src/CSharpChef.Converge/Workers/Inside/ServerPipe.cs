using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Converge.Workers.Protocol.Json;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>The worker's end of its pipes.</summary>
internal sealed class ServerPipe : IDisposable
{
    private readonly StreamReader input;
    private readonly Stream output;
    private readonly Lock writing = new();
    private readonly SentContents contents;
    private readonly JsonSerializerOptions options;

    public ServerPipe(Stream input, Stream output)
    {
        (this.input, this.output) = (new StreamReader(input), output);
        contents = new SentContents(Send);
        options = WorkerJson.OptionsFor(contents);
    }

    /// <summary>Asks for a request.</summary>
    public void SendReady()
    {
        contents.Clear();
        Send(new WorkerMessage.Ready());
    }

    /// <summary>The next message of the server; null when it has ended.</summary>
    public async Task<ServerMessage?> ReceiveAsync() => await input.ReadLineAsync() is { } line
        ? Parse(line)
        : null;

    public ServerMessage? Parse(string line) => JsonSerializer.Deserialize(line, TypeOf<ServerMessage>());

    public void Send(WorkerMessage message) =>
        Write(JsonSerializer.SerializeToUtf8Bytes(message, TypeOf<WorkerMessage>()));

    /// <summary>The form of a part of a message. Contents that it names are sent at once.</summary>
    public string TextOf<T>(T part) => JsonSerializer.Serialize(part, TypeOf<T>());

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }

    private JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private void Write(byte[] line)
    {
        lock (writing)
        {
            output.Write(line);
            output.Write("\n"u8);
            output.Flush();
        }
    }
}
