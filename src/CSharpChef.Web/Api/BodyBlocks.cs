using System.Buffers;

namespace CSharpChef.Web.Api;

/// <summary>
/// The bytes of a body while they arrive, in blocks of a shared pool: a body that is given up leaves no garbage.
/// </summary>
internal sealed class BodyBlocks : IDisposable
{
    public const int BlockSize = 4096;

    private readonly List<byte[]> blocks = [];
    private int free;

    public int Length { get; private set; }

    public bool IsFull => free == 0;

    /// <summary>The memory for the next bytes.</summary>
    public Memory<byte> Next()
    {
        if (IsFull)
        {
            blocks.Add(ArrayPool<byte>.Shared.Rent(BlockSize));
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
            ArrayPool<byte>.Shared.Return(block);
        }

        blocks.Clear();
    }
}
