using System.Buffers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Reads a whole body up to a limit. The rest of a body that is too large is not read.</summary>
internal static class RequestBody
{
    private const int BlockSize = 4096;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, long limit, CancellationToken ct)
    {
        try
        {
            return http.Request.ContentLength > limit
                ? throw RequestError.BodyTooLarge(limit)
                : await ReadAllAsync(http.Request.Body, limit, ct);
        }
        catch (OperationException)
        {
            http.Response.Headers.Connection = "close";
            throw;
        }
        catch (BadHttpRequestException e)
        {
            http.Response.Headers.Connection = "close";
            throw e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestError.BodyTooLarge(limit)
                : ApiError.Unreadable($"The request body cannot be read: {e.Message}");
        }
    }

    // A claimed length costs no memory: it is allocated as bytes arrive.
    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, long limit, CancellationToken ct)
    {
        var body = new ArrayBufferWriter<byte>(BlockSize);
        while (await stream.ReadAsync(body.GetMemory(BlockSize), ct) is var read and > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                throw RequestError.BodyTooLarge(limit);
            }
        }

        return body.WrittenMemory;
    }
}
