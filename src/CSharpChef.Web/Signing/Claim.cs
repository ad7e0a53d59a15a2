using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Signing;

/// <summary>
/// Whose a call says it is: signed with an access key, or with a token. What is wrong with the header alone shows here,
/// before a body is read.
/// </summary>
internal sealed record Claim(SignatureHeader? Signature, string? Token)
{
    public static Claim Parse(StringValues authorization) => authorization switch
    {
        { Count: 0 } => throw Refused.Missing(),
        { Count: > 1 } => throw Refused.Incomplete("There is more than one Authorization header."),
        [{ } header] when SignatureHeader.Fits(header) => new Claim(SignatureHeader.Parse(header), null),
        [{ } header] when BearerToken.Fits(header) => new Claim(null, BearerToken.Parse(header)),
        [{ } header] when header.StartsWith("AWS4-ECDSA-", StringComparison.Ordinal) =>
            throw Refused.Incomplete("Signature Version 4A is not accepted: sign with AWS4-HMAC-SHA256."),
        _ => throw Refused.Incomplete(
            "Authorization must be AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=... or Bearer ccp_..."),
    };
}
