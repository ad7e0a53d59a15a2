using System.Buffers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Reads a body whole, up to a limit. What is too large is not read to its end.</summary>
internal static class RequestBody
{
    private const int Piece = 4096;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, long limit, CancellationToken ct)
    {
        try
        {
            return http.Request.ContentLength > limit
                ? throw Refused.TooLarge(limit)
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
                ? Refused.TooLarge(limit)
                : Refused.Unreadable($"The request body cannot be read: {e.Message}");
        }
    }

    // A claimed length costs nothing: memory is taken as bytes arrive.
    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, long limit, CancellationToken ct)
    {
        var body = new ArrayBufferWriter<byte>(Piece);
        while (await stream.ReadAsync(body.GetMemory(Piece), ct) is var read and > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                throw Refused.TooLarge(limit);
            }
        }

        return body.WrittenMemory;
    }
}
