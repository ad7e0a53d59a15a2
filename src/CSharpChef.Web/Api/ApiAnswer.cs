using System.Text.Encodings.Web;
using System.Text.Json;
using CSharpChef.Stacks.Operations;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The answer to a call: an operation's output, or an error with its code.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, or its first part.</param>
/// <param name="Code">The code of an error; null for an output.</param>
internal sealed record ApiAnswer(int Status, byte[] Body, string? Code = null) : IAsyncDisposable
{
    public const string ContentType = "application/x-amz-json-1.1";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rest of a long answer; null when the body is whole.</summary>
    public AnswerPipe? Rest { get; init; }

    public static ApiAnswer Output(Answer answer) =>
        new(StatusCodes.Status200OK, answer.First.Length == 0 ? [.. "{}"u8] : answer.First) { Rest = answer.Rest };

    public static ApiAnswer Error(OperationException error) => Error(error.Code, error.Message);

    public static ApiAnswer Error(string code, string message, int? status = null) =>
        new(status ?? ErrorStatus.Of(code), Write(code, message), code);

    /// <summary>The answer to a call that met a bug of the server, whose details are in the log only.</summary>
    public static ApiAnswer InternalFailure(string requestId) => Error(
        ErrorStatus.Internal, $"The server failed at this call. The reason is in its log, in the line with the request id {requestId}.");

    /// <exception cref="AnswerStalledException">The client took nothing of the answer for too long.</exception>
    public async Task SendAsync(HttpResponse response, string requestId, TimeProvider time, CancellationToken ct)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Rest is null ? Body.Length : null;
        response.Headers["x-amzn-RequestId"] = requestId;
        if (Code is not null)
        {
            response.Headers["x-amzn-ErrorType"] = Code;
        }

        using var writer = new AnswerWriter(response, time);
        await writer.WriteAsync(Body, ct);
        if (Rest is not null)
        {
            await Rest.CopyToAsync(writer.WriteAsync, ct);
        }
    }

    public ValueTask DisposeAsync() => Rest?.DisposeAsync() ?? ValueTask.CompletedTask;

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
