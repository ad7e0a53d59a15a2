using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>
/// Writes an answer to its client in slices, and gives it up when the client takes nothing of it for a time: an answer
/// in progress keeps a turn of its user and a place among the long answers. The whole answer may take as long as the
/// client needs.
/// </summary>
internal sealed class AnswerWriter(HttpResponse response, TimeProvider time) : IDisposable
{
    /// <summary>
    /// The time after which an answer of which the client took nothing is given up. It is shorter than a call waits for
    /// its turn, so that a call which waits for such answers gets it.
    /// </summary>
    public static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(20);

    /// <summary>The bytes that are written at once; less than a slow client takes in that time.</summary>
    public const int Slice = 16 << 10;

    private readonly CancellationTokenSource standstill = new(Timeout.InfiniteTimeSpan, time);

    /// <param name="bytes">The next part of the answer.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    /// <exception cref="AnswerStalledException">The client took nothing for too long.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, standstill.Token);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Slice, bytes.Length)..])
        {
            await WriteSliceAsync(bytes[..Math.Min(Slice, bytes.Length)], end.Token);
        }
    }

    public void Dispose() => standstill.Dispose();

    private async ValueTask WriteSliceAsync(ReadOnlyMemory<byte> slice, CancellationToken ct)
    {
        standstill.CancelAfter(LongestStandstill);
        try
        {
            await response.Body.WriteAsync(slice, ct);
        }
        catch (OperationCanceledException) when (standstill.IsCancellationRequested)
        {
        }

        // Kestrel also ends the writing of an aborted answer without an error.
        if (standstill.IsCancellationRequested)
        {
            throw new AnswerStalledException();
        }

        standstill.CancelAfter(Timeout.InfiniteTimeSpan);
    }
}
