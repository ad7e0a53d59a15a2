using System.Net;
using System.Net.Sockets;

namespace CSharpChef.Stacks.Sources;

/// <summary>Tells hosts of the server itself and of its link from hosts of the network.</summary>
internal static class SourceHosts
{
    private static readonly string[] LoopbackNames =
        ["localhost", "localhost.localdomain", "localhost4", "localhost6", "ip6-localhost", "ip6-loopback"];

    // The metadata service of EC2 over IPv6 is a unique local address.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("fd00:ec2::254")];

    /// <summary>
    /// True for a loopback, link-local or multicast host, also when its address is written in a form that only some
    /// programs read, or stands in an IPv6 address that a gateway translates.
    /// </summary>
    public static bool IsLocal(string host)
    {
        var name = Name(host);
        return LoopbackNames.Contains(name)
            || name.EndsWith(".localhost", StringComparison.Ordinal)
            || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IsLocal(address));
    }

    public static bool IsNamed(string host, IReadOnlyList<string> allowed) =>
        allowed.Any(candidate => Name(candidate).Trim('[', ']') == Name(host).Trim('[', ']'));

    /// <summary>True for the name of a host or an address, without scheme, user, port and path.</summary>
    public static bool IsHost(string text) =>
        Uri.CheckHostName(text.TrimEnd('.')) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    /// <summary>True for a loopback, link-local or multicast address, and for one of a metadata service.</summary>
    public static bool IsLocal(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? IsLocalV4(address)
        : IPAddress.IsLoopback(address)
            || address.IsIPv6LinkLocal
            || address.IsIPv6Multicast
            || Metadata.Contains(address)
            || EmbeddedAddresses.Of(address).Any(IsLocalV4);

    // 0.x is this machine, 169.254.x its link, and those from 224.x on are multicast, reserved and broadcast.
    private static bool IsLocalV4(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.GetAddressBytes() is [0 or >= 224, ..] or [169, 254, ..];

    private static string Name(string host) => host.ToLowerInvariant().TrimEnd('.');
}
