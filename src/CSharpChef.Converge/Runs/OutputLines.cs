using System.Runtime.CompilerServices;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// Reads the lines of a stream as they arrive, whatever bytes they hold. A last line without a line end is left out:
/// a lost connection may have cut it.
/// </summary>
internal static class OutputLines
{
    private const int Longest = 1024 * 1024;

    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        using var line = new MemoryStream();
        int count;
        while ((count = await stream.ReadAsync(buffer, ct)) > 0)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, count - start)) >= 0; start = end + 1)
            {
                Append(line, buffer.AsSpan(start, end - start));
                yield return LosslessUtf8.Decode(line.GetBuffer().AsSpan(0, (int)line.Length));
                line.SetLength(0);
            }

            Append(line, buffer.AsSpan(start, count - start));
        }
    }

    private static void Append(MemoryStream line, ReadOnlySpan<byte> bytes) =>
        line.Write(bytes[..Math.Min(bytes.Length, Longest - (int)Math.Min(line.Length, Longest))]);
}
