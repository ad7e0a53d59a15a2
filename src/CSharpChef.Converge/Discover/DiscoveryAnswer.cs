using System.Buffers;
using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>The output of the discovery program, or of what the account runs instead of a shell.</summary>
internal sealed class DiscoveryAnswer
{
    private const int MaxBytes = 1 << 20;

    private static readonly byte[] Begin = Encoding.ASCII.GetBytes($"\n{FactsReader.Begin}\n");

    private static readonly byte[] End = Encoding.ASCII.GetBytes($"\n{FactsReader.End}\n");

    private static readonly byte[] Failed = Encoding.ASCII.GetBytes($"\n{FactsReader.Failed}\n");

    private readonly ArrayBufferWriter<byte> output = new();
    private readonly ArrayBufferWriter<byte> errors = new();

    /// <summary>True when the host runs a shell, and a program that reads facts failed.</summary>
    public bool HasFailed => output.WrittenSpan.IndexOf(Failed) >= 0;

    /// <summary>The first lines of the output, for an error message.</summary>
    public string Printed => Excerpt.Of($"{Text(errors)}\n{Text(output)}") is { Length: > 0 } lines
        ? $"; it wrote:{lines}"
        : "; it wrote nothing";

    /// <summary>
    /// Reads to the end marker, which may come long before the end of the stream. Null when it is missing.
    /// </summary>
    /// <param name="stream">The output of the program.</param>
    /// <param name="begun">Called when the program has begun to print facts.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<Facts?> ReadAsync(Stream stream, Action begun, CancellationToken ct)
    {
        var hasBegun = false;
        var buffer = new byte[16 * 1024];
        while (output.WrittenCount < MaxBytes
            && output.WrittenSpan.IndexOf(End) < 0
            && await stream.ReadAsync(buffer, ct) is > 0 and var count)
        {
            output.Write(buffer.AsSpan(0, count));
            if (!hasBegun && output.WrittenSpan.IndexOf(Begin) >= 0)
            {
                hasBegun = true;
                begun();
            }
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
}
