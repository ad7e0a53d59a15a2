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
    /// True for a loopback or link-local host, also when its address is written in a form that only some programs read.
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

    private static bool IsLocal(IPAddress address)
    {
        var unmapped = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(unmapped)
            || unmapped.Equals(IPAddress.IPv6Any)
            || unmapped.IsIPv6LinkLocal
            || Metadata.Contains(unmapped)
            || (unmapped.AddressFamily == AddressFamily.InterNetwork
                && unmapped.GetAddressBytes() is [0, ..] or [169, 254, ..]);
    }

    private static string Name(string host) => host.ToLowerInvariant().TrimEnd('.');
}
