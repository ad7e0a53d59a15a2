using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks.Json;

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>
/// The content of an encrypted file: one JSON document that says how it was encrypted, and by which key.
/// </summary>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Nonce">A number that is used once.</param>
/// <param name="Tag">Proves that nothing was changed.</param>
/// <param name="Ciphertext">The encrypted text of the item.</param>
internal sealed record SealedItem(string KeyId, byte[] Nonce, byte[] Tag, byte[] Ciphertext)
{
    public const int Version = 1;
    private const string Cipher = "AES-256-GCM";
    private const string VersionKey = "encryptedItem";
    private const string CipherKey = "cipher";
    private const string KeyKey = "key";
    private const string NonceKey = "nonce";
    private const string TagKey = "tag";
    private const string CiphertextKey = "ciphertext";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The encrypted item that a document is; null when it is a plain one.</summary>
    /// <exception cref="ChefException">The document is damaged, or has another version.</exception>
    public static SealedItem? Find(JsonObject document, JsonSource source)
    {
        if (!document.TryGetPropertyValue(VersionKey, out var version))
        {
            return null;
        }

        if (version?.ToJsonString() != $"{Version}" || document[CipherKey]?.ToString() != Cipher)
        {
            throw source.ErrorAt(
                VersionKey, $"the item is encrypted in another way than version {Version} with {Cipher}: use a newer csharpchef");
        }

        return new SealedItem(
            document[KeyKey]?.ToString() ?? "",
            Bytes(NonceKey, ItemCipher.NonceLength),
            Bytes(TagKey, ItemCipher.TagLength),
            Bytes(CiphertextKey, null));

        byte[] Bytes(string key, int? length)
        {
            var text = document[key]?.ToString() ?? "";
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var count) && count > 0 && count == (length ?? count)
                ? bytes[..count]
                : throw source.ErrorAt(key, $"\"{key}\" of the encrypted item is damaged");
        }
    }

    /// <summary>
    /// Whether a file, which may be damaged, has the member that tells an encrypted item from a plain one.
    /// </summary>
    public static bool HasMark(ReadOnlySpan<byte> file) =>
        file.IndexOf("\"encryptedItem\""u8) >= 0;

    /// <summary>The document of an item. Its <c>id</c> is readable, as the name of the file is.</summary>
    public string ToJson(ItemName name) => new JsonObject
    {
        ["id"] = name.Item,
        [VersionKey] = Version,
        [CipherKey] = Cipher,
        [KeyKey] = KeyId,
        [NonceKey] = Convert.ToBase64String(Nonce),
        [TagKey] = Convert.ToBase64String(Tag),
        [CiphertextKey] = Convert.ToBase64String(Ciphertext),
    }.ToJsonString(Written) + "\n";
}
