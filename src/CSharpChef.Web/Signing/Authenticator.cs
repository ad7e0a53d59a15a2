using CSharpChef.Stacks;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Signing;

/// <summary>Finds the user of a request, and verifies the request's credential.</summary>
internal sealed class Authenticator(ControlPlane plane, TimeProvider time)
{
    private readonly SignatureCheck check = new(new SigningKeyCache(time), time);

    public Task<KeyHolder> AuthenticateAsync(
        SignedRequest request, AuthorizationHeader authorization, CancellationToken ct) =>
        authorization.Signature is { } signature
        ? BySignatureAsync(request, signature, ct)
        : ByTokenAsync(authorization.Token!, ct);

    // Every call reads the holder, so that a revoked key is refused at once.
    private async Task<KeyHolder> BySignatureAsync(
        SignedRequest request, SignatureHeader signature, CancellationToken ct)
    {
        check.Precheck(request, signature);
        var holder = await plane.FindAccessKeyAsync(signature.Scope.KeyId, ct);
        check.Verify(request, signature, holder);
        return holder!;
    }

    private async Task<KeyHolder> ByTokenAsync(string token, CancellationToken ct)
    {
        var holder = await plane.FindTokenAsync(token, ct);
        return holder is { Refusal: null } ? holder : throw RequestError.InvalidCredential(holder?.Refusal);
    }
}
