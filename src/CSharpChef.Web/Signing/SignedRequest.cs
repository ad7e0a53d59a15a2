using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Signing;

/// <summary>
/// The parts of a request that a signature covers: headers and body as received. Method, path and query never vary.
/// </summary>
internal sealed record SignedRequest(IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The hosts that the client may have signed: two when a trusted proxy rewrote the header.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [Headers.Host.ToString()];

    public string BodyHash => field ??= Convert.ToHexStringLower(SHA256.HashData(Body.Span));
}
