using System.Text.Encodings.Web;
using System.Text.Json;
using CSharpChef.Stacks.Operations;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The answer to a call: an operation's output, or an error with its code.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body, string? Code = null)
{
    public const string ContentType = "application/x-amz-json-1.1";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ApiAnswer Output(byte[] body) => new(StatusCodes.Status200OK, body.Length == 0 ? [.. "{}"u8] : body);

    public static ApiAnswer Error(OperationException error) => Error(error.Code, error.Message);

    public static ApiAnswer Error(string code, string message, int? status = null) =>
        new(status ?? ErrorStatus.Of(code), Write(code, message), code);

    /// <summary>The answer to a call that met a bug of the server, whose details are in the log only.</summary>
    public static ApiAnswer InternalFailure(string requestId) => Error(
        ErrorStatus.Internal, $"The server failed at this call. The reason is in its log, in the line with the request id {requestId}.");

    public async Task SendAsync(HttpResponse response, string requestId, CancellationToken ct)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers["x-amzn-RequestId"] = requestId;
        if (Code is not null)
        {
            response.Headers["x-amzn-ErrorType"] = Code;
        }

        await response.Body.WriteAsync(Body, ct);
    }

    // Clients look for the code in different places, and a member "code" would mislead some of them.
    private static byte[] Write(string code, string message)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("__type", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
