using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Admits calls that have a valid credential and stay within the limits of their user.</summary>
internal sealed class CallAdmission(
    Authenticator authenticator, CallLimiter limiter, UserTurns turns, RequestBodyReader bodies,
    ClientBudget lookUps, TrustedProxies proxies)
{
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

    // A client whose key is unknown, or whose time is wrong, does not get its body read.
    private async Task<ReadOnlyMemory<byte>> AuthenticateAsync(
        HttpContext http, CallContext call, AuthorizationHeader authorization)
    {
        var connection = ClientConnection.Of(http);
        var isKnown = connection is { IsKnown: true };
        var network = ClientNetwork.Of(call.Address);
        var head = new SignedRequest(http.Request.Headers, default) { Hosts = proxies.HostsOf(http) };
        var holder = await FindAsync(head, authorization, isKnown ? null : network, http.RequestAborted);
        var body = await ReadAsync(
            http, call,
            new($"{network} {holder.CredentialId}", isKnown || authorization.Token is not null, connection));
        authenticator.Verify(head with { Body = body }, authorization, holder);
        call.Holder = holder;
        return body;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, CallContext call, BodyClient client)
    {
        call.IsBodyPending = true;
        var body = await bodies.ReadAsync(http, client, http.RequestAborted);
        call.IsBodyPending = false;
        return body;
    }

    // On connections without a valid call, credentials are looked up a few at a time: however many there are, the calls
    // of known clients do not wait for them, and those of one network wait only for a few of others.
    private async Task<KeyHolder> FindAsync(
        SignedRequest head, AuthorizationHeader authorization, string? network, CancellationToken ct)
    {
        if (network is null)
        {
            return await authenticator.FindAsync(head, authorization, ct);
        }

        using var turn = await lookUps.TakeAsync(network, 1, () => { }, ct);
        return await authenticator.FindAsync(head, authorization, ct);
    }
}
