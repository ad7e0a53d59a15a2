using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The reverse proxies whose X-Forwarded headers are trusted; those of other clients are ignored.</summary>
internal sealed class TrustedProxies(IReadOnlyList<IPNetwork> trusted)
{
    /// <summary>
    /// The address of the client: in X-Forwarded-For the last one that is not a trusted proxy, because a client can
    /// invent those before it.
    /// </summary>
    public string AddressOf(HttpContext http)
    {
        var address = PeerOf(http);
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = forwarded.Length - 1; i >= 0 && IsTrusted(address) && Parse(forwarded[i]) is { } previous; i--)
        {
            address = previous;
        }

        return address.ToString();
    }

    /// <summary>The host of the request, and the one that a trusted proxy says the client asked for.</summary>
    public IReadOnlyList<string> HostsOf(HttpContext http)
    {
        var host = http.Request.Headers.Host.ToString();
        var forwarded = http.Request.Headers["X-Forwarded-Host"].ToString();
        return forwarded.Length > 0 && forwarded != host && IsTrusted(PeerOf(http)) ? [host, forwarded] : [host];
    }

    /// <summary>True for a call from this machine that came through no proxy.</summary>
    public static bool IsLocal(HttpContext http) =>
        IPAddress.IsLoopback(PeerOf(http))
            && !http.Request.Headers.ContainsKey("X-Forwarded-For")
            && !http.Request.Headers.ContainsKey("Forwarded");

    public bool IsTrusted(IPAddress peer) => Unmapped(peer) is var address
        && trusted.Any(network => network.Contains(address));

    private static IPAddress? Parse(string text) => IPAddress.TryParse(text, out var address) ? Unmapped(address)
        : IPEndPoint.TryParse(text, out var end) ? Unmapped(end.Address) : null;

    private static IPAddress PeerOf(HttpContext http) => Unmapped(http.Connection.RemoteIpAddress ?? IPAddress.None);

    private static IPAddress Unmapped(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true }
        ? address.MapToIPv4()
        : address;
}
