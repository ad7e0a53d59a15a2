using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Reverse proxies whose word counts: what they say of the client is believed, what others say is not.
/// </summary>
internal sealed class Proxies(IReadOnlyList<IPNetwork> trusted)
{
    /// <summary>
    /// Where a call comes from. Of a list, the last address that is no proxy of ours: those before it may be made up.
    /// </summary>
    public string AddressOf(HttpContext http)
    {
        var address = PeerOf(http);
        var told = http.Request.Headers["X-Forwarded-For"].ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var at = told.Length - 1; at >= 0 && IsTrusted(address) && Parse(told[at]) is { } before; at--)
        {
            address = before;
        }

        return address.ToString();
    }

    /// <summary>The host in the request, and the one that a proxy says the client asked for.</summary>
    public IReadOnlyList<string> HostsOf(HttpContext http)
    {
        var host = http.Request.Headers.Host.ToString();
        var told = http.Request.Headers["X-Forwarded-Host"].ToString();
        return told.Length > 0 && told != host && IsTrusted(PeerOf(http)) ? [host, told] : [host];
    }

    /// <summary>A call from this machine that no proxy brought.</summary>
    public static bool IsLocal(HttpContext http) =>
        IPAddress.IsLoopback(PeerOf(http))
            && !http.Request.Headers.ContainsKey("X-Forwarded-For")
            && !http.Request.Headers.ContainsKey("Forwarded");

    private bool IsTrusted(IPAddress address) => trusted.Any(network => network.Contains(address));

    private static IPAddress? Parse(string text) => IPAddress.TryParse(text, out var address) ? Plain(address)
        : IPEndPoint.TryParse(text, out var end) ? Plain(end.Address) : null;

    private static IPAddress PeerOf(HttpContext http) => Plain(http.Connection.RemoteIpAddress ?? IPAddress.None);

    private static IPAddress Plain(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true }
        ? address.MapToIPv4()
        : address;
}
