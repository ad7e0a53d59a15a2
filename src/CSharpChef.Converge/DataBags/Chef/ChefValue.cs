using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.DataBags.Chef;

/// <summary>
/// A value that Chef encrypted, in its versions 1 (AES-CBC), 2 (the same with an HMAC) and 3 (AES-GCM). The key is the
/// SHA-256 of the shared secret.
/// </summary>
internal static class ChefValue
{
    private const string Ciphertext = "encrypted_data";
    private const string Cipher = "cipher";
    private const string WrongSecret = "the shared secret is another one, or the item was damaged";

    public static bool IsEncrypted(JsonNode? value) =>
        value is JsonObject members && members.ContainsKey(Ciphertext) && members.ContainsKey(Cipher);

    /// <exception cref="FormatException">It cannot be decrypted. The message contains none of its text.</exception>
    public static JsonNode? Decrypt(JsonObject value, string secret)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        try
        {
            return Unwrapped((value["version"]?.ToString(), Text(value, Cipher)) switch
            {
                ("1", "aes-256-cbc") => FromCbc(value, key),
                ("2", "aes-256-cbc") when HasItsHmac(value, secret) => FromCbc(value, key),
                ("2", "aes-256-cbc") => throw new FormatException(WrongSecret),
                ("3", "aes-256-gcm") => FromGcm(value, key),
                var (version, cipher) => throw new FormatException(
                    $"its version {version} with {cipher} is not known: 1, 2 and 3 are"),
            });
        }
        catch (Exception e) when (e is CryptographicException or JsonException or ArgumentException)
        {
            throw new FormatException(WrongSecret, e);
        }
    }

    private static byte[] FromCbc(JsonObject value, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(Bytes(value, Ciphertext), Bytes(value, "iv"));
    }

    private static byte[] FromGcm(JsonObject value, byte[] key)
    {
        var (ciphertext, tag) = (Bytes(value, Ciphertext), Bytes(value, "auth_tag"));
        var plain = new byte[ciphertext.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(Bytes(value, "iv"), ciphertext, tag, plain);
        return plain;
    }

    // Over the text in Base64, line ends included, with the secret itself as the key.
    private static bool HasItsHmac(JsonObject value, string secret) => CryptographicOperations.FixedTimeEquals(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Text(value, Ciphertext))),
        Bytes(value, "hmac"));

    private static JsonNode? Unwrapped(byte[] json) =>
        JsonNode.Parse(json) is JsonObject wrapper && wrapper.TryGetPropertyValue("json_wrapper", out var value)
            ? value?.DeepClone()
            : throw new FormatException(WrongSecret);

    private static byte[] Bytes(JsonObject value, string key)
    {
        try
        {
            return Convert.FromBase64String(Text(value, key));
        }
        catch (FormatException e)
        {
            throw new FormatException($"its \"{key}\" is damaged", e);
        }
    }

    private static string Text(JsonObject value, string key) => value[key]?.ToString() ?? "";
}
