using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Seals secrets with the newest master key, and opens them with the key that sealed them. A secret that is sealed for
/// one place cannot be opened in another.
/// </summary>
internal sealed class SecretBox(string keyFile)
{
    private const string Version = "v1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private volatile IReadOnlyList<MasterKey> keys = MasterKeyFile.Read(keyFile);
    private DateTime read = File.GetLastWriteTimeUtc(keyFile);

    /// <summary>The id of the newest key, which seals.</summary>
    public string Active => Newest().Id;

    /// <summary>The place of a secret: its kind, its owner and its id.</summary>
    public static string Place(string kind, string owner, string id) => $"{kind}/{owner}/{id}";

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

    /// <summary>Seals with the newest key what an older one may have sealed.</summary>
    public string Reseal(string sealedText, string place) => Seal(Open(sealedText, place), place);

    // Another process may have added the key since the file was read.
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

    // Another process may have rotated the keys since the file was read.
    private MasterKey Newest()
    {
        if (File.GetLastWriteTimeUtc(keyFile) != read)
        {
            Reload();
        }

        return keys[^1];
    }
}
