using System.Security.Cryptography;

namespace CSharpChef.Web;

/// <summary>What makes two calls the same. The invocation id alone is not trusted: it may be unsigned.</summary>
internal sealed record RepeatKey(string Credential, string Invocation, string Target, string BodyHash)
{
    private const int LongestInvocation = 64;

    /// <summary>Null for a call that cannot be told from an intended second one.</summary>
    public static RepeatKey? Of(ApiTarget target, ReadOnlyMemory<byte> body, Caller caller) =>
        target.IsRead || caller.InvocationId is not { Length: > 0 and <= LongestInvocation } invocation
            ? null
            : new RepeatKey(caller.Credential, invocation, target.Text, Convert.ToHexStringLower(SHA256.HashData(body.Span)));
}
