using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>
/// Reads a whole body up to a limit and within a time. The rest of a body that is too large or too slow is not read.
/// </summary>
internal sealed class RequestBodyReader(long limit, StrangerLimits limits, TimeProvider time) : IDisposable
{
    private readonly BodyBudgets budgets = new(limits, time);

    /// <param name="http">The request.</param>
    /// <param name="client">Whose memory the body counts as.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, BodyClient client, CancellationToken ct)
    {
        try
        {
            return http.Request.ContentLength > limit
                ? throw RequestError.BodyTooLarge(limit)
                : await ReadInTimeAsync(http, client, ct);
        }
        catch (OperationException)
        {
            http.Response.Headers.Connection = "close";
            throw;
        }
        catch (BadHttpRequestException e)
        {
            http.Response.Headers.Connection = "close";
            throw e.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => RequestError.BodyTooLarge(limit),
                StatusCodes.Status408RequestTimeout => RequestError.BodyTooSlow(),
                _ => ApiError.Unreadable($"The request body cannot be read: {e.Message}"),
            };
        }
    }

    public void Dispose() => budgets.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReadInTimeAsync(
        HttpContext http, BodyClient client, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(limits.BodyTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await ReadAllAsync(
                http.Request, client.Connection,
                rest => budgets.TakeAsync(client, rest, timeout, end.Token), end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw RequestError.BodyTooSlow();
        }
    }

    // The first block costs nothing of the budget, so that small calls do not wait for large ones. What follows is read
    // when there is memory for all of it, so that a body which has memory never waits for others that have some too.
    private async Task<ReadOnlyMemory<byte>> ReadAllAsync(
        HttpRequest request, ClientConnection? connection,
        Func<long, Task<ClientShare>> takeAsync, CancellationToken ct)
    {
        using var body = new BodyBlocks();
        ClientShare? share = null;
        try
        {
            while (await ReadSomeAsync(body, request.Body, connection, ct))
            {
                if (share is null && body.IsFull && body.Length != request.ContentLength)
                {
                    share = await takeAsync((request.ContentLength ?? limit) - body.Length);
                }
            }

            return body.ToArray();
        }
        finally
        {
            share?.Dispose();
        }
    }

    // False at the end of the body. A claimed length costs no memory: blocks are taken as bytes arrive.
    private async Task<bool> ReadSomeAsync(
        BodyBlocks body, Stream stream, ClientConnection? connection, CancellationToken ct)
    {
        var read = await AwaitAsync(stream.ReadAsync(body.Next(), ct), connection);
        body.Advance(read);
        return body.Length <= limit ? read > 0 : throw RequestError.BodyTooLarge(limit);
    }

    private static async ValueTask<int> AwaitAsync(ValueTask<int> read, ClientConnection? connection)
    {
        using var pause = read.IsCompleted ? null : connection?.Pause();
        return await read;
    }
}
