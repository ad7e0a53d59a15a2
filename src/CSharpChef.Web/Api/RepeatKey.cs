using System.Security.Cryptography;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Web.Api;

/// <summary>What makes two calls of a client that names none of them, like AWS CLI 2, look the same.</summary>
internal sealed record RepeatKey(string Credential, string Target, string BodyHash)
{
    public static RepeatKey Of(ApiTarget target, ReadOnlyMemory<byte> body, Caller caller) =>
        new(caller.Credential, target.Text, Convert.ToHexStringLower(SHA256.HashData(body.Span)));
}
