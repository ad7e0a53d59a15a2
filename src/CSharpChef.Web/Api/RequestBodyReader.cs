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
    private readonly BodyBudget unknown = new(limits.BodyBytes, limits.Grace, time);
    private readonly BodyBudget known = new(limits.KnownBodyBytes, limits.Grace, time);

    /// <param name="http">The request.</param>
    /// <param name="isKnown">True when a credential of the client was valid before.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, bool isKnown, CancellationToken ct)
    {
        try
        {
            return http.Request.ContentLength > limit
                ? throw RequestError.BodyTooLarge(limit)
                : await ReadInTimeAsync(http.Request.Body, isKnown ? known : unknown, ct);
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

    public void Dispose()
    {
        unknown.Dispose();
        known.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> ReadInTimeAsync(Stream stream, BodyBudget budget, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(limits.BodyTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        using var share = budget.Begin(timeout.Cancel);
        try
        {
            return await ReadAllAsync(stream, share, end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw RequestError.BodyTooSlow();
        }
    }

    // A claimed length costs no memory: blocks are taken as bytes arrive. The first block costs nothing of the budget,
    // so that small calls do not wait for large ones.
    private async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, BodyShare share, CancellationToken ct)
    {
        using var body = new BodyBlocks();
        while (await stream.ReadAsync(body.Next(), ct) is var read and > 0)
        {
            body.Advance(read);
            if (body.Length > limit)
            {
                throw RequestError.BodyTooLarge(limit);
            }

            if (body.IsFull)
            {
                await share.TakeAsync(BodyBlocks.BlockSize, ct);
            }
        }

        return body.ToArray();
    }
}
