using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Converge.Workers.Protocol.Json;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>The server's end of the pipes of a worker. What comes from it is checked line by line.</summary>
/// <param name="toWorker">What the worker reads.</param>
/// <param name="fromWorker">What the worker, or a recipe, writes.</param>
/// <param name="limits">How much it may write.</param>
internal sealed class WorkerChannel(Stream toWorker, Stream fromWorker, PipeLimits limits)
{
    private readonly ReceivedContents contents = new();
    private readonly LineReader lines = new(fromWorker, limits);
    private JsonSerializerOptions Options => field ??= WorkerJson.OptionsFor(contents);

    /// <exception cref="IOException">The worker has ended.</exception>
    /// <exception cref="RecipeException">The message is larger than the limit.</exception>
    public async Task SendAsync(ServerMessage message, CancellationToken ct)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, TypeOf<ServerMessage>());
        if (line.Length > limits.Sent)
        {
            throw new RecipeException(
                $"the node, its attributes and the data of its stack have {line.Length >> 20} MB, and recipes can get at most {limits.Sent >> 20} MB");
        }

        await toWorker.WriteAsync(line, ct);
        await toWorker.WriteAsync("\n"u8.ToArray(), ct);
        await toWorker.FlushAsync(ct);
    }

    /// <summary>The next message of the worker; null when it has ended.</summary>
    /// <exception cref="ProtocolException">It wrote something else.</exception>
    public async Task<WorkerMessage?> ReceiveAsync(CancellationToken ct)
    {
        while (await lines.NextAsync(ct) is { } line)
        {
            var message = Parse(line);
            if (message is not WorkerMessage.Content part)
            {
                return message;
            }

            contents.Add(part);
        }

        return null;
    }

    /// <summary>Waits until a worker whose run has finished is ready, and forgets what that run has sent.</summary>
    /// <returns>False when the worker has ended or does something else.</returns>
    public async Task<bool> BeginRunAsync(CancellationToken ct)
    {
        var isReady = await ReceiveAsync(ct) is WorkerMessage.Ready;
        contents.Clear();
        lines.BeginRun();
        return isReady;
    }

    private WorkerMessage Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, TypeOf<WorkerMessage>())
                ?? throw new ProtocolException("wrote a line without a message");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or FormatException
            or InvalidOperationException or OverflowException or RecipeException)
        {
            throw new ProtocolException("wrote a line that no run has", e);
        }
    }

    private JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
