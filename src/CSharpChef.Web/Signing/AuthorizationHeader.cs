using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Signing;

/// <summary>
/// The credential of a call: a signature or a bearer token. Errors of the header alone are found before the body is
/// read.
/// </summary>
internal sealed record AuthorizationHeader(SignatureHeader? Signature, string? Token)
{
    public static AuthorizationHeader Parse(StringValues authorization) => authorization switch
    {
        { Count: 0 } => throw RequestError.MissingCredential(),
        { Count: > 1 } => throw RequestError.IncompleteSignature("There is more than one Authorization header."),
        [{ } header] when SignatureHeader.Matches(header) => new(SignatureHeader.Parse(header), null),
        [{ } header] when BearerToken.Matches(header) => new(null, BearerToken.Parse(header)),
        [{ } header] when header.StartsWith("AWS4-ECDSA-", StringComparison.Ordinal) =>
            throw RequestError.IncompleteSignature(
                "Signature Version 4A is not accepted: sign with AWS4-HMAC-SHA256."),
        _ => throw RequestError.IncompleteSignature(
            "Authorization must be AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=... or Bearer ccp_..."),
    };
}
