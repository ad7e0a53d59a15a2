using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Admits calls that have a valid credential and stay within the rate limits.</summary>
internal sealed class CallAdmission(
    Authenticator authenticator, CallLimiter limiter, TrustedProxies proxies, long bodyLimit)
{
    /// <summary>Sets the call's holder, and returns its body.</summary>
    public async Task<ReadOnlyMemory<byte>> AdmitAsync(HttpContext http, CallContext call)
    {
        limiter.RequireAddress(call.Address);
        var body = await AuthenticateAsync(http, call);
        limiter.RequireUser(call.Holder!.UserArn);
        return body;
    }

    private async Task<ReadOnlyMemory<byte>> AuthenticateAsync(HttpContext http, CallContext call)
    {
        try
        {
            var authorization = AuthorizationHeader.Parse(http.Request.Headers.Authorization);
            call.ClaimedKey = authorization.Signature?.Scope.KeyId;
            var body = await RequestBody.ReadAsync(http, bodyLimit, http.RequestAborted);
            var request = new SignedRequest(http.Request.Headers, body) { Hosts = proxies.HostsOf(http) };
            call.Holder = await authenticator.AuthenticateAsync(request, authorization, http.RequestAborted);
            return body;
        }
        catch (OperationException refusal) when (ErrorStatus.Of(refusal.Code) == StatusCodes.Status403Forbidden)
        {
            limiter.CountFailure(call.Address);
            throw;
        }
    }
}
