using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>A key that encrypts data bag items. Its id, which each item names, follows from it.</summary>
internal sealed class DataBagKey
{
    private const int Length = 32;
    private const int IdLength = 16;
    private static readonly byte[] IdPrefix = "csharpchef data bag key\0"u8.ToArray();

    private DataBagKey(byte[] bytes)
    {
        Bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. IdPrefix, .. bytes]))[..IdLength];
    }

    public string Id { get; }

    public byte[] Bytes { get; }

    /// <summary>The key as a line of a key file: its id, and itself.</summary>
    public string Line => $"{Id} {Convert.ToBase64String(Bytes)}";

    public static DataBagKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a line of a key file; null when it is damaged.</summary>
    public static DataBagKey? Parse(string line)
    {
        var bytes = new byte[Length];
        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var id, var text]
            && Convert.TryFromBase64String(text, bytes, out var length) && length == Length
            && new DataBagKey(bytes) is var key
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key.Id), Encoding.UTF8.GetBytes(id))
                ? key
                : null;
    }

    // A key must not reach a log.
    public override string ToString() => Id;
}
