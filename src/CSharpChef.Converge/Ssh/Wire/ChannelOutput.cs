using System.Threading.Channels;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// The output of a remote process. The server sends no more than the window allows, and the window grows only by what
/// was read here, so output of any size takes constant memory.
/// </summary>
internal sealed class ChannelOutput(Action<int> consumed) : OneWayStream
{
    private readonly Channel<ReadOnlyMemory<byte>> chunks =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new() { SingleReader = true });

    private ReadOnlyMemory<byte> current;

    public override bool CanRead => true;

    // The library's array is its receive buffer: the next message overwrites it.
    public void Add(ReadOnlySpan<byte> chunk) => chunks.Writer.TryWrite(chunk.ToArray());

    public void End(Exception? reason = null) => chunks.Writer.TryComplete(reason);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        while (current.IsEmpty && !buffer.IsEmpty)
        {
            if (!chunks.Reader.TryRead(out current) && !await chunks.Reader.WaitToReadAsync(ct))
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, current.Length);
        current[..count].CopyTo(buffer);
        current = current[count..];
        consumed(count);
        return count;
    }
}
