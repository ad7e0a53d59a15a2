using CSharpChef.Converge.Shell;

namespace CSharpChef.Stacks.Cookbooks.Connections;

/// <summary>A stream of a server that must send something in a while, and that a token ends.</summary>
/// <param name="inner">The stream; it is disposed along with this one.</param>
/// <param name="what">What it is, for errors.</param>
/// <param name="limits">The time in which a read must end, and the bytes of all reads.</param>
/// <param name="ct">Ends all reads and writes.</param>
internal sealed class LimitedStream(Stream inner, string what, SourceLimits limits, CancellationToken ct)
    : UnseekableStream
{
    private long received;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), ct).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, cancellationToken);
        limit.CancelAfter(limits.Idle);
        try
        {
            // Streams of SSH do not look at the token while they wait.
            return Count(await inner.ReadAsync(buffer, limit.Token).AsTask().WaitAsync(limit.Token));
        }
        catch (OperationCanceledException e)
            when (!ct.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CookbookSourceException($"{what} sent nothing for {limits.Idle.TotalSeconds:0} s", e) { CanSucceedLater = true };
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new CookbookSourceException($"{what} broke off: {e.Message}", e) { CanSucceedLater = true };
        }
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        inner.WriteAsync(buffer.AsMemory(offset, count), ct).AsTask().GetAwaiter().GetResult();

    public override void Flush() => inner.Flush();

    private int Count(int bytes)
    {
        received += bytes;
        return received <= limits.Bytes ? bytes : throw new CookbookSourceException(
            $"{what} sent more than {limits.Bytes / (1024 * 1024)} MB, which is the limit");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
