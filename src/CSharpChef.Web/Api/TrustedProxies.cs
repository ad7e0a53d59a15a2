using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The reverse proxies whose X-Forwarded headers are trusted; those of other clients are ignored.</summary>
internal sealed class TrustedProxies(IReadOnlyList<IPNetwork> trusted)
{
    // What nginx, HAProxy, Envoy, Squid, Varnish, WebLogic, and the networks of Akamai, Amazon, Azure, Cloudflare,
    // Fastly and Google add.
    private static readonly string[] ForwardingHeaders =
    [
        "Akamai-Origin-Hop", "CDN-Loop", "Client-IP", "Fastly-Client-IP", "Fastly-FF", "Forwarded", "Forwarded-For",
        "Proxy-Client-IP", "True-Client-IP", "Via", "WL-Proxy-Client-IP", "X-Client-IP", "X-Cluster-Client-IP",
        "X-Forwarded", "X-Host", "X-Nginx-Proxy", "X-Original-Forwarded-For", "X-Original-Host", "X-Original-URI",
        "X-Original-URL", "X-ProxyUser-IP", "X-Real-IP", "X-Remote-Addr", "X-Remote-IP", "X-Varnish",
    ];

    private static readonly string[] ForwardingPrefixes =
        ["CF-", "X-Amz-Cf-", "X-Amzn-Trace-", "X-Appengine-", "X-Azure-", "X-Envoy-", "X-Forwarded-"];

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

    /// <summary>
    /// The URL by which the client reached the server, without a path: as a trusted proxy says, if one does.
    /// </summary>
    public string UrlOf(HttpContext http)
    {
        var scheme = IsTrusted(PeerOf(http)) ? http.Request.Headers["X-Forwarded-Proto"].ToString() : "";
        return $"{(scheme is "http" or "https" ? scheme : http.Request.Scheme)}://{HostsOf(http)[^1]}";
    }

    /// <summary>
    /// True for a request from this machine that came through no proxy: a proxy adds one of its headers, or passes on
    /// the name for which its client asked.
    /// </summary>
    public static bool IsLocal(HttpContext http) =>
        IPAddress.IsLoopback(PeerOf(http))
            && IsLoopback(http.Request.Host.Host)
            && !http.Request.Headers.Keys.Any(IsForwarding);

    public bool IsTrusted(IPAddress peer) => Unmapped(peer) is var address
        && trusted.Any(network => network.Contains(address));

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsForwarding(string header) =>
        ForwardingPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static IPAddress? Parse(string text) => IPAddress.TryParse(text, out var address) ? Unmapped(address)
        : IPEndPoint.TryParse(text, out var end) ? Unmapped(end.Address) : null;

    private static IPAddress PeerOf(HttpContext http) => Unmapped(http.Connection.RemoteIpAddress ?? IPAddress.None);

    private static IPAddress Unmapped(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true }
        ? address.MapToIPv4()
        : address;
}
