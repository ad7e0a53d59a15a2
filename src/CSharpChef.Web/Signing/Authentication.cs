using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Web.Api;

namespace CSharpChef.Web.Signing;

/// <summary>Finds whether a request is from whom it claims.</summary>
internal sealed class Authentication(IApi api, TimeProvider time)
{
    private readonly SignatureCheck check = new(new SigningKeyCache(time), time);

    public Task<KeyHolder> IdentifyAsync(SignedRequest request, Claim claim, CancellationToken ct) =>
        claim.Signature is { } signature
        ? BySignatureAsync(request, signature, ct)
        : ByTokenAsync(claim.Token!, ct);

    // The holder is always looked up: a key that is revoked now is refused now.
    private async Task<KeyHolder> BySignatureAsync(
        SignedRequest request, SignatureHeader signature, CancellationToken ct)
    {
        check.Precheck(request, signature);
        var holder = await api.FindAccessKeyAsync(signature.Scope.KeyId, ct);
        check.Verify(request, signature, holder);
        return holder!;
    }

    private async Task<KeyHolder> ByTokenAsync(string token, CancellationToken ct)
    {
        var holder = await api.FindTokenAsync(token, ct);
        return holder is { Refusal: null } ? holder : throw Refused.Unknown(holder?.Refusal);
    }
}
