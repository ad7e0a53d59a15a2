using System.Buffers.Binary;
using System.Text;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>The type that stands in the first field of a public key (RFC 4253, 6.6), such as ssh-ed25519.</summary>
internal static class PublicKeyType
{
    /// <summary>Empty when the bytes are not a public key.</summary>
    public static string Of(ReadOnlySpan<byte> key) =>
        key.Length > 4 && BinaryPrimitives.ReadInt32BigEndian(key) is > 0 and var length && length < key.Length - 4
            ? Encoding.ASCII.GetString(key.Slice(4, length))
            : "";
}
