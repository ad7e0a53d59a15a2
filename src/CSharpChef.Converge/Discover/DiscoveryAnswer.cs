using System.Buffers;
using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>The output of the discovery program, or of what the account runs instead of a shell.</summary>
internal sealed class DiscoveryAnswer
{
    private const int MaxBytes = 1 << 20;

    private static readonly byte[] End = Encoding.ASCII.GetBytes($"\n{FactsReader.End}\n");

    private static readonly byte[] Failed = Encoding.ASCII.GetBytes($"\n{FactsReader.Failed}\n");

    private readonly ArrayBufferWriter<byte> output = new();
    private readonly ArrayBufferWriter<byte> errors = new();

    /// <summary>True when the host runs a shell, and a program that reads facts failed.</summary>
    public bool HasFailed => output.WrittenSpan.IndexOf(Failed) >= 0;

    /// <summary>The first lines of the output, for an error message.</summary>
    public string Excerpt
    {
        get
        {
            var lines = $"{Text(errors)}\n{Text(output)}".Split(
                '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.Length == 0
                ? "; it wrote nothing"
                : "; it wrote:\n  " + string.Join("\n  ", lines.Take(5).Select(ShortenLine));
        }
    }

    /// <summary>
    /// Reads to the end marker, which may come long before the end of the stream. Null when it is missing.
    /// </summary>
    public async Task<Facts?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        while (output.WrittenCount < MaxBytes
            && output.WrittenSpan.IndexOf(End) < 0
            && await stream.ReadAsync(buffer, ct) is > 0 and var count)
        {
            output.Write(buffer.AsSpan(0, count));
        }

        return HasFailed ? null : FactsReader.Parse(output.WrittenSpan);
    }

    public async Task ReadErrorsAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var count)
            {
                lock (errors)
                {
                    errors.Write(buffer.AsSpan(0, errors.WrittenCount < MaxBytes ? count : 0));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The facts were complete, and the process has ended.
        }
    }

    private static string Text(ArrayBufferWriter<byte> written)
    {
        lock (written)
        {
            return LosslessUtf8.Decode(written.WrittenSpan);
        }
    }

    private static string ShortenLine(string line) =>
        string.Concat(line.Take(200).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
