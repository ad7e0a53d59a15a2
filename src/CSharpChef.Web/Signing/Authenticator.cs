using CSharpChef.Stacks;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Signing;

/// <summary>
/// Finds the user of a request, and verifies the request's credential: first what its head alone shows, and with the
/// body the signature.
/// </summary>
internal sealed class Authenticator(ControlPlane plane, TimeProvider time)
{
    private readonly SignatureCheck check = new(new SigningKeyCache(time), time);

    /// <summary>
    /// Finds the user whom the head names, before the body is read: refuses a malformed or old head, an unknown access
    /// key, and an invalid token.
    /// </summary>
    public Task<KeyHolder> FindAsync(SignedRequest head, AuthorizationHeader authorization, CancellationToken ct) =>
        authorization.Signature is { } signature
        ? BySignatureAsync(head, signature, ct)
        : ByTokenAsync(authorization.Token!, ct);

    /// <summary>
    /// Refuses a request whose signature is not that of the user, and notes the use of the credential. A token needs no
    /// signature.
    /// </summary>
    public void Verify(SignedRequest request, AuthorizationHeader authorization, KeyHolder holder)
    {
        if (authorization.Signature is { } signature)
        {
            check.Verify(request, signature, holder);
        }

        plane.NoteUse(holder);
    }

    // Every call reads the holder, so that a revoked key is refused at once.
    private async Task<KeyHolder> BySignatureAsync(SignedRequest head, SignatureHeader signature, CancellationToken ct)
    {
        check.Precheck(head, signature);
        return await plane.FindAccessKeyAsync(signature.Scope.KeyId, ct) ?? throw RequestError.InvalidCredential();
    }

    private async Task<KeyHolder> ByTokenAsync(string token, CancellationToken ct)
    {
        var holder = await plane.FindTokenAsync(token, ct);
        return holder is { Refusal: null } ? holder : throw RequestError.InvalidCredential(holder?.Refusal);
    }
}
