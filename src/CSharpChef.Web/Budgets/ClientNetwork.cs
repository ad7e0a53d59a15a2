using System.Net;
using System.Net.Sockets;

namespace CSharpChef.Web.Budgets;

/// <summary>The network that counts as one client.</summary>
internal static class ClientNetwork
{
    private const int HostBytes = 8;

    /// <summary>
    /// An IPv4 address itself, or the first 64 bits of an IPv6 address: one host usually has all of them. Other texts
    /// are returned as they are.
    /// </summary>
    public static string Of(string address) => IPAddress.TryParse(address, out var parsed) ? Of(parsed) : address;

    public static string Of(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, HostBytes)),
        _ => address.ToString(),
    };
}
