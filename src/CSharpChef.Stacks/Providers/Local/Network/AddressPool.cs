using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CSharpChef.Stacks.Providers.Local.Network;

/// <summary>
/// The addresses of a subnet: the first belongs to the host, the last is the broadcast address, the others are for
/// machines.
/// </summary>
internal sealed class AddressPool(IPNetwork subnet)
{
    private readonly uint first = Number(subnet.BaseAddress);
    private readonly uint count = 1u << (32 - subnet.PrefixLength);

    public string Gateway => At(1);

    public int PrefixLength => subnet.PrefixLength;

    /// <summary>Finds the lowest free address; null when all are taken.</summary>
    public string? Free(IEnumerable<string> taken)
    {
        var all = taken.ToHashSet();
        for (var i = 2u; i < count - 1; i++)
        {
            if (!all.Contains(At(i)))
            {
                return At(i);
            }
        }

        return null;
    }

    /// <summary>True when the network of an address overlaps with this subnet.</summary>
    public bool Overlaps(IPAddress address, int prefixLength) =>
        address.AddressFamily == AddressFamily.InterNetwork
            && (ulong)(Number(address) ^ first) >> (32 - Math.Min(prefixLength, PrefixLength)) == 0;

    /// <summary>The address as eight hexadecimal digits.</summary>
    public static string Digits(string address) => Convert.ToHexStringLower(IPAddress.Parse(address).GetAddressBytes());

    /// <summary>
    /// The hardware address for an address: locally administered, and always the same, so that ARP caches stay valid.
    /// </summary>
    public static string Hardware(string address) =>
        $"02:cc:{string.Join(':', Digits(address).Chunk(2).Select(pair => new string(pair)))}";

    private static uint Number(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private string At(uint offset)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, first + offset);
        return new IPAddress(bytes).ToString();
    }
}
