using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Signing;

/// <summary>Verifies AWS Signature Version 4 as a server.</summary>
internal sealed class SignatureCheck(SigningKeyCache keys, TimeProvider time)
{
    private static readonly string[] Required = ["host", "x-amz-target"];

    /// <summary>Refuses a head that is invalid whatever the body and the secret access key are.</summary>
    public void Precheck(SignedRequest request, SignatureHeader signature)
    {
        RequireSigned(request, signature);
        var at = RequestTime.Of(request, signature);
        if (signature.Scope.Date != at.Text[..8])
        {
            throw RequestError.InvalidSignature(
                $"The credential scope names the day {signature.Scope.Date}, and the request's time is {at.Text}.");
        }

        at.RequireIn(time.GetUtcNow());
    }

    /// <summary>Refuses a signature that was not made with the holder's secret.</summary>
    public void Verify(SignedRequest request, SignatureHeader signature, KeyHolder holder)
    {
        RequireBodyHash(request);
        var key = keys.Get(holder.Secret!, signature.Scope);
        var at = RequestTime.Of(request, signature);
        var isValid = request.Hosts.Any(host =>
            CryptographicOperations.FixedTimeEquals(Sign(request, signature, at, key, host), signature.Signature));
        if (holder.Refusal is not null)
        {
            throw RequestError.InvalidCredential(isValid ? holder.Refusal : null);
        }

        if (!isValid)
        {
            throw Mismatch(request);
        }
    }

    private static void RequireSigned(SignedRequest request, SignatureHeader signature)
    {
        foreach (var name in Required.Where(name => !signature.Names.Contains(name)))
        {
            throw RequestError.InvalidSignature($"The header {name} must be among SignedHeaders of Authorization.");
        }

        if (request.Headers.ContainsKey("X-Amz-Security-Token"))
        {
            throw signature.Names.Contains("x-amz-security-token")
                ? RequestError.InvalidCredential(
                    "This server has no temporary credentials: unset AWS_SESSION_TOKEN, and use an access key of this server.")
                : RequestError.InvalidSignature(
                    "The header x-amz-security-token must be among SignedHeaders of Authorization.");
        }
    }

    private static void RequireBodyHash(SignedRequest request)
    {
        var hash = request.Headers["X-Amz-Content-SHA256"];
        if (hash.Count > 0 && hash.ToString() != request.BodyHash)
        {
            throw RequestError.InvalidSignature(hash.ToString() is "UNSIGNED-PAYLOAD"
                || hash.ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
                ? "The body must be signed: X-Amz-Content-SHA256 may be neither UNSIGNED-PAYLOAD nor STREAMING-..."
                : "X-Amz-Content-SHA256 is not the SHA-256 of the body: the body was changed in transit, or hashed before it was complete.");
        }
    }

    private static byte[] Sign(
        SignedRequest request, SignatureHeader signature, RequestTime at, byte[] key, string host)
    {
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest.Of(request, signature, host))));
        return SigningKey.Mac(key, $"{SignatureHeader.Algorithm}\n{at.Text}\n{signature.Scope.Text}\n{hash}");
    }

    private static OperationException Mismatch(SignedRequest request) => RequestError.InvalidSignature(
        "The signature does not match the request and its key: check the secret access key. "
        + $"The server received the host '{string.Join("' or '", request.Hosts)}': a proxy in between must pass on Host unchanged.");
}
