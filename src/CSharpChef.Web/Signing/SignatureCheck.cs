using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Signing;

/// <summary>AWS Signature Version 4, on the server's side.</summary>
internal sealed class SignatureCheck(SigningKeyCache keys, TimeProvider time)
{
    // For keys that are not there: they take as long as those that are.
    private static readonly string Dummy = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    private static readonly string[] Required = ["host", "x-amz-target"];

    /// <summary>What can be refused without knowing whose key it is.</summary>
    public void Precheck(SignedRequest request, SignatureHeader signature)
    {
        RequireSigned(request, signature);
        var at = RequestTime.Of(request, signature);
        if (signature.Scope.Date != at.Text[..8])
        {
            throw Refused.Signature(
                $"The credential scope names the day {signature.Scope.Date}, and the request's time is {at.Text}.");
        }

        at.CheckIn(time.GetUtcNow());
        CheckBody(request);
    }

    /// <summary>Lets the holder's own signature pass. For no holder the work is the same.</summary>
    public void Verify(SignedRequest request, SignatureHeader signature, KeyHolder? holder)
    {
        var key = keys.Get(
            holder?.Secret ?? Dummy, holder?.Secret is null ? signature.Scope with { KeyId = "" } : signature.Scope);
        var at = RequestTime.Of(request, signature);
        var right = request.Hosts.Any(host =>
            CryptographicOperations.FixedTimeEquals(Sign(request, signature, at, key, host), signature.Signature));
        if (holder?.Secret is null)
        {
            throw Refused.Unknown();
        }

        if (holder.Refusal is not null)
        {
            throw Refused.Unknown(right ? holder.Refusal : null);
        }

        if (!right)
        {
            throw Mismatch(request);
        }
    }

    private static void RequireSigned(SignedRequest request, SignatureHeader signature)
    {
        foreach (var name in Required.Where(name => !signature.Names.Contains(name)))
        {
            throw Refused.Signature($"The header {name} must be among SignedHeaders of Authorization.");
        }

        if (request.Headers.ContainsKey("X-Amz-Security-Token"))
        {
            throw signature.Names.Contains("x-amz-security-token")
                ? Refused.Unknown(
                    "This server gives no temporary credentials: unset AWS_SESSION_TOKEN, and use an access key of this server.")
                : Refused.Signature("The header x-amz-security-token must be among SignedHeaders of Authorization.");
        }
    }

    private static void CheckBody(SignedRequest request)
    {
        var told = request.Headers["X-Amz-Content-SHA256"];
        if (told.Count > 0 && told.ToString() != request.BodyHash)
        {
            throw Refused.Signature(told.ToString() is "UNSIGNED-PAYLOAD"
                || told.ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
                ? "The body must be signed: X-Amz-Content-SHA256 may be neither UNSIGNED-PAYLOAD nor STREAMING-..."
                : "X-Amz-Content-SHA256 is not the SHA-256 of the body: it was changed on its way, or hashed before it was complete.");
        }
    }

    private static byte[] Sign(
        SignedRequest request, SignatureHeader signature, RequestTime at, byte[] key, string host)
    {
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest.Of(request, signature, host))));
        return SigningKey.Mac(key, $"{SignatureHeader.Algorithm}\n{at.Text}\n{signature.Scope.Text}\n{hash}");
    }

    private static OperationException Mismatch(SignedRequest request) => Refused.Signature(
        "The signature is not the one this request has with that key: check the secret access key. "
        + $"We saw the host '{string.Join("' or '", request.Hosts)}': a proxy on the way must pass on Host unchanged.");
}
