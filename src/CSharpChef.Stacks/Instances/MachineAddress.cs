using System.Net;
using System.Net.Sockets;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Instances;

/// <summary>Validates the IP address of a machine, which may belong to a machine only when it is unambiguous.</summary>
internal static class MachineAddress
{
    /// <summary>
    /// Returns the address; null when the text is empty. Only the canonical form is allowed, because programs disagree
    /// about others: 10.0.0.010 is 10.0.0.8 for some and 10.0.0.10 for others.
    /// </summary>
    public static string? Check(string member, string? text, ServerFacts server)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var address = Parse(member, text);
        if (IsForMany(address))
        {
            throw ApiError.Malformed(member, text, "the address of a machine must not be a multicast, reserved or broadcast address");
        }

        if (IsUnspecified(address) || (IPAddress.IsLoopback(address) && !server.AllowLoopbackMachines))
        {
            throw ApiError.Malformed(member, text, "the address of a machine must not be a loopback or unspecified address");
        }

        return text;
    }

    private static IPAddress Parse(string member, string text)
    {
        if (!IPAddress.TryParse(text, out var address) || text.Contains('%', StringComparison.Ordinal))
        {
            throw ApiError.Malformed(member, text, "it must be an IP address, such as 192.0.2.7");
        }

        return address.ToString() == text && !address.IsIPv4MappedToIPv6
            ? address
            : throw ApiError.Malformed(
                member, text, $"it must be an IP address in its usual form: if {Unmapped(address)} is meant, write that");
    }

    // All of 0.0.0.0/8 is this host to many systems.
    private static bool IsUnspecified(IPAddress address) =>
        address.Equals(IPAddress.IPv6Any)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] == 0);

    // IPv4 addresses from 224.0.0.0 on are multicast, reserved or broadcast.
    private static bool IsForMany(IPAddress address) =>
        address.IsIPv6Multicast
            || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] >= 224);

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
