using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Admits calls that have a valid credential and stay within the limits of their user.</summary>
internal sealed class CallAdmission(
    Authenticator authenticator, CallLimiter limiter, UserTurns turns, RequestBodyReader bodies,
    TrustedProxies proxies) : IDisposable
{
    // Fewer than the readers that the store keeps for credentials.
    private const int StrangersAtOnce = 2;

    private readonly SemaphoreSlim strangers = new(StrangersAtOnce);

    /// <summary>Sets the call's holder and turn, and returns its body.</summary>
    public async Task<ReadOnlyMemory<byte>> AdmitAsync(HttpContext http, CallContext call)
    {
        var authorization = AuthorizationHeader.Parse(http.Request.Headers.Authorization);
        call.ClaimedKey = authorization.Signature?.Scope.KeyId;
        var body = await AuthenticateAsync(http, call, authorization);
        ClientConnection.Of(http)?.Identify();
        limiter.RequireUser(call.Holder!.UserArn);
        call.Turn = await turns.TakeAsync(call.Holder.UserArn, body.Length, http.RequestAborted);
        return body;
    }

    public void Dispose() => strangers.Dispose();

    // A client whose key is unknown, or whose time is wrong, does not get its body read.
    private async Task<ReadOnlyMemory<byte>> AuthenticateAsync(
        HttpContext http, CallContext call, AuthorizationHeader authorization)
    {
        var isKnown = ClientConnection.Of(http) is { IsKnown: true };
        var head = new SignedRequest(http.Request.Headers, default) { Hosts = proxies.HostsOf(http) };
        var holder = await FindAsync(head, authorization, isKnown, http.RequestAborted);
        var body = await bodies.ReadAsync(http, isKnown || authorization.Token is not null, http.RequestAborted);
        authenticator.Verify(head with { Body = body }, authorization, holder);
        call.Holder = holder;
        return body;
    }

    // On connections without a valid call, credentials are looked up a few at a time: however many there are, the calls
    // of known clients do not wait for them.
    private async Task<KeyHolder> FindAsync(
        SignedRequest head, AuthorizationHeader authorization, bool isKnown, CancellationToken ct)
    {
        if (isKnown)
        {
            return await authenticator.FindAsync(head, authorization, ct);
        }

        await strangers.WaitAsync(ct);
        try
        {
            return await authenticator.FindAsync(head, authorization, ct);
        }
        finally
        {
            strangers.Release();
        }
    }
}
