using System.Net;

namespace CSharpChef.Stacks.Sources;

/// <summary>The IPv4 addresses that stand in an IPv6 address, and to which its packets may go in the end.</summary>
internal static class EmbeddedAddresses
{
    private const int TeredoFlip = 0xFF;

    public static IEnumerable<IPAddress> Of(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes switch
        {
            // IPv4-compatible (RFC 4291), IPv4-mapped, and IPv4-translated (RFC 2765).
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ..] or [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, ..]
                or [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, ..] => [new(bytes[12..])],
            // NAT64 (RFC 6052, RFC 8215).
            [0, 0x64, 0xFF, 0x9B, ..] => [new(bytes[12..])],
            // 6to4 (RFC 3056).
            [0x20, 0x02, ..] => [new(bytes[2..6])],
            // Teredo (RFC 4380): the server, and the client with all bits inverted.
            [0x20, 0x01, 0, 0, ..] =>
                [new(bytes[4..8]), new([.. bytes[12..].Select(part => (byte)(part ^ TeredoFlip))])],
            // ISATAP (RFC 5214).
            [.., 0 or 2, 0, 0x5E, 0xFE, _, _, _, _] => [new(bytes[12..])],
            _ => [],
        };
    }
}
