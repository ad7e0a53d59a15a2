using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Signing;

/// <summary>
/// What a signature can cover: the headers and the body as they came in. Method, path and query are always the same.
/// </summary>
internal sealed record SignedRequest(IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The host as the client may have seen it. A trusted proxy that rewrites it tells a second one.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [Headers.Host.ToString()];

    public string BodyHash => field ??= Convert.ToHexStringLower(SHA256.HashData(Body.Span));
}
