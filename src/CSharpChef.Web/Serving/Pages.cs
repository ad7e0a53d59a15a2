using CSharpChef.Web.Api;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Serving;

/// <summary>
/// All that is served beside the API itself: what machines ask about a server, and a word for who is lost.
/// </summary>
internal sealed class Pages(IApi api, Drain drain)
{
    private const string About =
        "This is the API of CSharpChef: POST / with X-Amz-Target: OpsWorks_20130218.OPERATION and a signature or token.";

    public Task AnswerAsync(HttpContext http) => http.Request switch
    {
        { Method: "GET" or "HEAD", Path.Value: "/" } => SayAsync(http, StatusCodes.Status200OK, About),
        { Method: "GET" or "HEAD", Path.Value: "/healthz" } => SayAsync(http, StatusCodes.Status200OK, "alive"),
        { Method: "GET" or "HEAD", Path.Value: "/readyz" } => TellReadinessAsync(http),
        { Method: "POST" } when http.Request.Headers.ContainsKey("X-Amz-Target") => LostAsync(http),
        _ => SayAsync(http, StatusCodes.Status404NotFound, $"Nothing is here. {About}"),
    };

    private async Task TellReadinessAsync(HttpContext http)
    {
        var why = drain.Began ? "stopping" : await WhyNotAsync(http.RequestAborted);
        await SayAsync(
            http, why is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, why ?? "ready");
    }

    private async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        try
        {
            return await api.NotReadyAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return "the control plane does not answer";
        }
    }

    // A client of AWS that was given a wrong endpoint: it shows the message of an error only.
    private static Task LostAsync(HttpContext http) =>
        ApiAnswer.Error(
            "UnknownOperationException",
            $"Nothing is at {http.Request.Path}: the endpoint's URL has no path.",
            StatusCodes.Status404NotFound)
            .SendAsync(http.Response, http.TraceIdentifier, http.RequestAborted);

    private static Task SayAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{text}\n", http.RequestAborted);
    }
}
