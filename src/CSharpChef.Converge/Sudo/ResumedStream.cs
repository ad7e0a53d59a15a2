using CSharpChef.Converge.Ssh.Wire;

namespace CSharpChef.Converge.Sudo;

/// <summary>
/// A stream that another reader began to read: first the bytes it left and those its last read brings, then the rest.
/// </summary>
internal sealed class ResumedStream(Stream stream, byte[] unread, Task<int>? reading, byte[] buffer) : OneWayStream
{
    private ReadOnlyMemory<byte> first = unread;
    private Task<int>? pending = reading;

    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken ct = default)
    {
        if (first.IsEmpty && pending is not null)
        {
            var count = await pending.WaitAsync(ct);
            (first, pending) = (buffer.AsMemory(0, count), null);
            if (count == 0)
            {
                return 0;
            }
        }

        if (first.IsEmpty)
        {
            return await stream.ReadAsync(target, ct);
        }

        var length = Math.Min(target.Length, first.Length);
        first[..length].CopyTo(target);
        first = first[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        stream.Dispose();
        base.Dispose(disposing);
    }
}
