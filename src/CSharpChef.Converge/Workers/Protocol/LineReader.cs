namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>Reads lines from a pipe, within limits.</summary>
internal sealed class LineReader(Stream input, PipeLimits limits)
{
    private const int FirstSize = 64 << 10;

    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;
    private int searched;
    private int lines;
    private long total;

    /// <summary>
    /// The next line without its line end; null at the end of the pipe. It is valid until the next call.
    /// </summary>
    /// <exception cref="ProtocolException">The pipe has more than the limits allow.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length);
            }

            searched = end;
            MakeRoom();
            var read = await input.ReadAsync(buffer.AsMemory(end), ct);
            if (read == 0)
            {
                return null;
            }

            end += read;
            total += read;
            Require(total <= limits.Total, $"wrote more than {limits.Total >> 20} MB");
        }
    }

    /// <summary>Counts the lines and bytes of the next run from 0.</summary>
    public void BeginRun() => (lines, total) = (0, end - start);

    private ReadOnlyMemory<byte> Take(int lineEnd)
    {
        Require(++lines <= limits.Lines, $"wrote more than {limits.Lines} lines");
        Require(lineEnd - start <= limits.Line, $"wrote a line of more than {limits.Line >> 20} MB");
        var line = buffer.AsMemory(start..lineEnd);
        start = searched = lineEnd + 1;
        return line;
    }

    private void MakeRoom()
    {
        Require(end - start <= limits.Line, $"wrote a line of more than {limits.Line >> 20} MB");
        if (end < buffer.Length)
        {
            return;
        }

        var larger = end - start > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start..end).CopyTo(larger);
        (buffer, end, searched, start) = (larger, end - start, end - start, 0);
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ProtocolException(otherwise);
        }
    }
}
