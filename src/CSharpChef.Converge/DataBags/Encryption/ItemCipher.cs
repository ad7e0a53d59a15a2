using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>
/// Encrypts and decrypts the whole text of an item by AES-GCM. The names of data bag and item are bound to the text, so
/// that an item cannot be put in the place of another one.
/// </summary>
internal static class ItemCipher
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public static SealedItem Seal(string text, ItemName name, DataBagKey key)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var (tag, ciphertext) = (new byte[TagLength], new byte[plain.Length]);
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Encrypt(nonce, plain, ciphertext, tag, Bound(name, key.Id));
        return new SealedItem(key.Id, nonce, tag, ciphertext);
    }

    /// <summary>The text; null when it was changed, or belongs to another item or key.</summary>
    public static string? Open(SealedItem item, ItemName name, DataBagKey key)
    {
        var plain = new byte[item.Ciphertext.Length];
        using var aes = new AesGcm(key.Bytes, TagLength);
        try
        {
            aes.Decrypt(item.Nonce, item.Ciphertext, item.Tag, plain, Bound(name, item.KeyId));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Bound(ItemName name, string keyId) => Encoding.UTF8.GetBytes(
        $"csharpchef data bag item\0{SealedItem.Version}\0{name.Bag}\0{name.Item}\0{keyId}");
}
