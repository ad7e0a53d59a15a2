using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The endpoint <c>POST /</c>, which answers all calls of the API.</summary>
internal sealed class ApiEndpoint(
    CallAdmission admission, CallDispatch dispatch, CallFailures failures, CallRecorder recorder,
    TrustedProxies proxies, FailureLimiter strangers, TimeProvider time)
{
    private const string InvocationHeader = "amz-sdk-invocation-id";
    private const int LongestInvocation = 64;

    public async Task AnswerAsync(HttpContext http)
    {
        using var call = recorder.Begin(proxies.AddressOf(http));
        try
        {
            await using var answer = await AnswerAsync(http, call);
            recorder.Add(call, answer);
            await SendAsync(http, call, answer);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            recorder.AddDisconnected(call);
        }
    }

    // The status was sent before the rest of an answer failed: only an end of the connection tells the client.
    private async Task SendAsync(HttpContext http, CallContext call, ApiAnswer answer)
    {
        try
        {
            await answer.SendAsync(http.Response, call.RequestId, time, http.RequestAborted);
        }
        catch (Exception e) when (e is AnswerStalledException || !http.RequestAborted.IsCancellationRequested)
        {
            recorder.AddBroken(call, e);
            http.Abort();
        }
    }

    private async Task<ApiAnswer> AnswerAsync(HttpContext http, CallContext call)
    {
        var answer = await failures.AnswerAsync(
            OperationOf(http), call.RequestId, () => RunAsync(http, call), http.RequestAborted);
        return call.IsRefused(answer) && await IsThrottledAsync(http, call)
            ? ApiAnswer.Error(RequestError.TooManyCalls(
                "too many calls from this address had no valid credential, try again in some seconds"))
            : answer;
    }

    private async Task<bool> IsThrottledAsync(HttpContext http, CallContext call)
    {
        using var pause = ClientConnection.Of(http)?.Pause();
        return await strangers.CountAsync(call.Address, http.RequestAborted);
    }

    private async Task<ApiAnswer> RunAsync(HttpContext http, CallContext call)
    {
        Validate(http.Request);
        call.Target = ApiTarget.Parse(http.Request.Headers[ApiTarget.Header]);
        var body = await admission.AdmitAsync(http, call);
        var caller = new Caller(call.Holder!.UserArn, call.Holder.Role)
        {
            Credential = call.Holder.CredentialId,
            Address = call.Address,
            RequestId = call.RequestId,
            Server = proxies.UrlOf(http),
            InvocationId = http.Request.Headers[InvocationHeader] is [{ Length: > 0 and <= LongestInvocation } id]
                ? id
                : null,
        };
        return await dispatch.RunAsync(call.Target, body, caller, http.RequestAborted);
    }

    private static string OperationOf(HttpContext http) =>
        ApiTarget.Find(http.Request.Headers[ApiTarget.Header])?.Operation ?? "-";

    private static void Validate(HttpRequest request)
    {
        if (request.QueryString.Value is { Length: > 1 })
        {
            throw RequestError.IncompleteSignature(
                "The query must be empty: presigned requests are not accepted, sign in the Authorization header.");
        }

        if (!IsJson(request.ContentType))
        {
            throw ApiError.Unreadable($"Content-Type must be {ApiAnswer.ContentType}.");
        }
    }

    private static bool IsJson(string? type) =>
        type is not null && type.Split(';')[0].Trim().Equals(ApiAnswer.ContentType, StringComparison.OrdinalIgnoreCase);
}
