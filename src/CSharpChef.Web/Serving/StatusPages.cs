using CSharpChef.Stacks;
using CSharpChef.Web.Api;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Serving;

/// <summary>The pages besides the API: health, readiness, and directions for requests with a wrong path.</summary>
internal sealed class StatusPages(ControlPlane plane, GracefulShutdown shutdown, TimeProvider time)
{
    private const string About =
        "This is the API of CSharpChef: POST / with X-Amz-Target: OpsWorks_20130218.OPERATION and a signature or token.";

    private static readonly TimeSpan ReadinessKept = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<string?>? readiness;
    private long askedAt;

    public Task AnswerAsync(HttpContext http) => http.Request switch
    {
        { Method: "GET" or "HEAD", Path.Value: "/" } => WriteAsync(http, StatusCodes.Status200OK, About),
        { Method: "GET" or "HEAD", Path.Value: "/healthz" } => WriteAsync(http, StatusCodes.Status200OK, "alive"),
        { Method: "GET" or "HEAD", Path.Value: "/readyz" } => WriteReadinessAsync(http),
        { Method: "POST" } when http.Request.Headers.ContainsKey(ApiTarget.Header) => WrongPathAsync(http),
        _ => WriteAsync(http, StatusCodes.Status404NotFound, $"This page does not exist. {About}"),
    };

    private async Task WriteReadinessAsync(HttpContext http)
    {
        var reason = shutdown.HasBegun ? "stopping" : await ReadinessAsync().WaitAsync(http.RequestAborted);
        await WriteAsync(
            http, reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, reason
                ?? "ready");
    }

    // Anybody may ask: the store is asked once a second at most, and once at a time.
    private Task<string?> ReadinessAsync()
    {
        lock (gate)
        {
            if (readiness is null || (readiness.IsCompleted && time.GetElapsedTime(askedAt) >= ReadinessKept))
            {
                (readiness, askedAt) = (Task.Run(NotReadyAsync), time.GetTimestamp());
            }

            return readiness;
        }
    }

    private async Task<string?> NotReadyAsync()
    {
        try
        {
            return await plane.NotReadyAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            return "the control plane does not answer: see the log of the server";
        }
    }

    // An AWS client with a wrong endpoint shows only the message of an error.
    private Task WrongPathAsync(HttpContext http) =>
        ApiAnswer.Error(
            "UnknownOperationException",
            $"The path {http.Request.Path} does not exist: the endpoint's URL has no path.",
            StatusCodes.Status404NotFound)
            .SendAsync(http.Response, http.TraceIdentifier, time, http.RequestAborted);

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{text}\n", http.RequestAborted);
    }
}
