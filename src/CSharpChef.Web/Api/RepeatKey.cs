using System.Security.Cryptography;

namespace CSharpChef.Web;

/// <summary>What makes two calls the same. The invocation id alone is not trusted, as it may be unsigned; AWS CLI 2 sends none.</summary>
internal sealed record RepeatKey(string Credential, string? Invocation, string Target, string BodyHash)
{
    private const int LongestInvocation = 64;

    public static RepeatKey Of(ApiTarget target, ReadOnlyMemory<byte> body, Caller caller) => new(
        caller.Credential,
        caller.InvocationId is { Length: > 0 and <= LongestInvocation } invocation ? invocation : null,
        target.Text,
        Convert.ToHexStringLower(SHA256.HashData(body.Span)));
}
