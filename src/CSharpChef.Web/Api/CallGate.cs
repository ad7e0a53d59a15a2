using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Serving;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>Lets in who shows a credential and does not call too often.</summary>
internal sealed class CallGate(Authentication authentication, CallRates rates, Proxies proxies, long bodyLimit)
{
    /// <summary>Sets the call's holder, and returns its body.</summary>
    public async Task<ReadOnlyMemory<byte>> AdmitAsync(HttpContext http, ApiCall call)
    {
        rates.CheckAddress(call.Address);
        var body = await IdentifyAsync(http, call);
        rates.CheckCall(call.Holder!.CredentialId);
        return body;
    }

    private async Task<ReadOnlyMemory<byte>> IdentifyAsync(HttpContext http, ApiCall call)
    {
        try
        {
            var claim = Claim.Parse(http.Request.Headers.Authorization);
            call.ClaimedKey = claim.Signature?.Scope.KeyId;
            var body = await RequestBody.ReadAsync(http, bodyLimit, http.RequestAborted);
            var request = new SignedRequest(http.Request.Headers, body) { Hosts = proxies.HostsOf(http) };
            call.Holder = await authentication.IdentifyAsync(request, claim, http.RequestAborted);
            return body;
        }
        catch (OperationException refused) when (ErrorStatus.Of(refused.Code) == StatusCodes.Status403Forbidden)
        {
            rates.CountFailure(call.Address);
            throw;
        }
    }
}
