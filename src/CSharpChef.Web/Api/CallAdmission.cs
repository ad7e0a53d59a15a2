using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Admits calls that have a valid credential and stay within the rate limits.</summary>
internal sealed class CallAdmission(
    Authenticator authenticator, CallLimiter limiter, TrustedProxies proxies, RequestBodyReader bodies)
{
    /// <summary>Sets the call's holder, and returns its body.</summary>
    public async Task<ReadOnlyMemory<byte>> AdmitAsync(HttpContext http, CallContext call)
    {
        limiter.RequireAddress(call.Address);
        var body = await AuthenticateAsync(http, call);
        ClientConnection.Of(http)?.Identify();
        limiter.RequireCredential(call.Holder!.CredentialId);
        return body;
    }

    private async Task<ReadOnlyMemory<byte>> AuthenticateAsync(HttpContext http, CallContext call)
    {
        try
        {
            var authorization = AuthorizationHeader.Parse(http.Request.Headers.Authorization);
            call.ClaimedKey = authorization.Signature?.Scope.KeyId;
            return await AuthenticateAsync(http, call, authorization);
        }
        catch (OperationException refusal) when (ErrorStatus.Of(refusal.Code) == StatusCodes.Status403Forbidden)
        {
            limiter.CountFailure(call.Address);
            throw;
        }
    }

    // A client whose key is unknown, or whose time is wrong, does not get its body read.
    private async Task<ReadOnlyMemory<byte>> AuthenticateAsync(
        HttpContext http, CallContext call, AuthorizationHeader authorization)
    {
        var head = new SignedRequest(http.Request.Headers, default) { Hosts = proxies.HostsOf(http) };
        var holder = await authenticator.FindAsync(head, authorization, http.RequestAborted);
        var isKnown = authorization.Token is not null || ClientConnection.Of(http) is { IsKnown: true };
        var body = await bodies.ReadAsync(http, isKnown, http.RequestAborted);
        authenticator.Verify(head with { Body = body }, authorization, holder);
        call.Holder = holder;
        return body;
    }
}
