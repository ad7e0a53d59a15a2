using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Seals secrets with the newest master key, opens them with the one that sealed them. What is sealed for one place
/// opens in no other.
/// </summary>
internal sealed class SecretBox(string keyFile)
{
    private const string Version = "v1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private volatile IReadOnlyList<MasterKey> keys = MasterKeyFile.Read(keyFile);
    private DateTime read = File.GetLastWriteTimeUtc(keyFile);

    /// <summary>The id of the key that seals.</summary>
    public string Active => Newest().Id;

    /// <summary>Where a secret is kept.</summary>
    public static string Place(string kind, string owner, string id) => $"{kind}/{owner}/{id}";

    /// <param name="place">Where it is kept.</param>
    public string Seal(string clear, string place)
    {
        var key = Newest();
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var plain = Encoding.UTF8.GetBytes(clear);
        var cipher = new byte[plain.Length + TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Encrypt(
            nonce, plain, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), Encoding.UTF8.GetBytes(place));
        return string.Join('.', Version, key.Id, Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher));
    }

    public string Open(string sealedText, string place)
    {
        var parts = sealedText.Split('.');
        var nonce = Base64Url.DecodeFromChars(parts[2]);
        var cipher = Base64Url.DecodeFromChars(parts[3]);
        var plain = new byte[cipher.Length - TagBytes];
        using var aes = new AesGcm(Find(parts[1]).Bytes, TagBytes);
        aes.Decrypt(
            nonce, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>
    /// Another process may have added a key since: the file is read once more before one is called unknown.
    /// </summary>
    private MasterKey Find(string id)
    {
        if (keys.FirstOrDefault(key => key.Id == id) is { } known)
        {
            return known;
        }

        Reload();
        return keys.FirstOrDefault(key => key.Id == id)
            ?? throw new StoreException(
                $"A secret is sealed with the key {id}, which is not in {keyFile}: restore that file from its backup.");
    }

    public void Reload()
    {
        read = File.GetLastWriteTimeUtc(keyFile);
        keys = MasterKeyFile.Read(keyFile);
    }

    // A rotation by another process must hold for what is sealed from now on.
    private MasterKey Newest()
    {
        if (File.GetLastWriteTimeUtc(keyFile) != read)
        {
            Reload();
        }

        return keys[^1];
    }
}
