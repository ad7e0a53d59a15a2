using System.Buffers.Binary;
using System.Text;

namespace CSharpChef.Stacks.Users;

/// <summary>Reads the data of a public SSH key: strings, each with its length before it (RFC 4253, 6.6).</summary>
internal static class PublicKeyData
{
    private const int LengthBytes = 4;

    /// <summary>True when the data names the type before it, and has what follows a type as whole strings.</summary>
    /// <param name="key">A line of a .pub file: the type, the data in base 64, a comment.</param>
    public static bool Fits(string key)
    {
        var words = key.Trim().Split(' ', 3);
        var strings = Strings(Convert.FromBase64String(words[1]));
        return strings is [var type, { Length: > 0 }, ..]
            && Encoding.ASCII.GetString(type) == words[0]
            && (words[0] != "ssh-ed25519" || strings is [_, { Length: 32 }]);
    }

    // Null when a length does not fit the bytes that follow it.
    private static List<byte[]>? Strings(byte[] data)
    {
        var strings = new List<byte[]>();
        for (var rest = data.AsSpan(); rest.Length > 0;)
        {
            if (rest.Length < LengthBytes
                || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - LengthBytes)
            {
                return null;
            }

            strings.Add(rest.Slice(LengthBytes, (int)length).ToArray());
            rest = rest[(LengthBytes + (int)length)..];
        }

        return strings;
    }
}
