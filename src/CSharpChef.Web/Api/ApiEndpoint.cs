using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Web.Serving;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>POST /: all calls of the API.</summary>
internal sealed class ApiEndpoint(
    CallGate gate, CallDispatch dispatch, CallRecord record, Proxies proxies, TimeProvider time)
{
    private const string Invocation = "amz-sdk-invocation-id";
    private const int LongestInvocation = 64;

    public async Task AnswerAsync(HttpContext http)
    {
        var call = new ApiCall(
            Guid.CreateVersion7(time.GetUtcNow()).ToString(), proxies.AddressOf(http), time.GetTimestamp());
        try
        {
            var answer = await TryAsync(http, call);
            record.Add(call, answer);
            await answer.SendAsync(http.Response, call.RequestId, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            record.AddLost(call);
        }
    }

    private async Task<ApiAnswer> TryAsync(HttpContext http, ApiCall call)
    {
        try
        {
            return await RunAsync(http, call);
        }
        catch (OperationException refused)
        {
            return ApiAnswer.Error(refused);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            record.AddBug(call, bug);
            return ApiAnswer.InternalFailure(call.RequestId);
        }
    }

    private async Task<ApiAnswer> RunAsync(HttpContext http, ApiCall call)
    {
        CheckForm(http.Request);
        call.Target = ApiTarget.Parse(http.Request.Headers["X-Amz-Target"]);
        var body = await gate.AdmitAsync(http, call);
        var caller = new Caller(call.Holder!.UserArn, call.Holder.Role)
        {
            Credential = call.Holder.CredentialId,
            Address = call.Address,
            RequestId = call.RequestId,
            InvocationId = http.Request.Headers[Invocation] is [{ Length: > 0 and <= LongestInvocation } id]
                ? id
                : null,
        };
        return await dispatch.RunAsync(call.Target, body, caller, http.RequestAborted);
    }

    private static void CheckForm(HttpRequest request)
    {
        if (request.QueryString.HasValue)
        {
            throw Refused.Incomplete(
                "The query must be empty: presigned requests are not accepted, sign in the Authorization header.");
        }

        if (!IsJson(request.ContentType))
        {
            throw Refused.Unreadable($"Content-Type must be {ApiAnswer.ContentType}.");
        }
    }

    private static bool IsJson(string? type) =>
        type is not null && type.Split(';')[0].Trim().Equals(ApiAnswer.ContentType, StringComparison.OrdinalIgnoreCase);
}
