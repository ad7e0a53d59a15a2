using System.Buffers;

namespace CSharpChef.Web.Api;

/// <summary>
/// The bytes of a body while they arrive, in blocks of a pool: a body that is given up leaves no garbage, however many
/// of them a stranger sends.
/// </summary>
internal sealed class BodyBlocks : IDisposable
{
    public const int BlockSize = 4096;

    // Enough for all bodies of unknown connections. The shared pool keeps few, and the garbage of the others would grow
    // to many times the bytes in use before it is collected.
    private const int MostPooled = 2048;

    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(BlockSize, MostPooled);

    private readonly List<byte[]> blocks = [];
    private int free;

    public int Length { get; private set; }

    public bool IsFull => free == 0;

    /// <summary>The memory for the next bytes.</summary>
    public Memory<byte> Next()
    {
        if (IsFull)
        {
            blocks.Add(Pool.Rent(BlockSize));
            free = BlockSize;
        }

        return blocks[^1].AsMemory(BlockSize - free, free);
    }

    public void Advance(int bytes)
    {
        free -= bytes;
        Length += bytes;
    }

    public byte[] ToArray()
    {
        var whole = new byte[Length];
        for (var n = 0; n < blocks.Count; n++)
        {
            var start = n * BlockSize;
            blocks[n].AsSpan(0, Math.Min(BlockSize, Length - start)).CopyTo(whole.AsSpan(start));
        }

        return whole;
    }

    public void Dispose()
    {
        foreach (var block in blocks)
        {
            Pool.Return(block);
        }

        blocks.Clear();
    }
}
