using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Seals secrets with the newest master key, and opens them with the key that sealed them. A secret that is sealed for
/// one place cannot be opened in another. Keys of a changed file are used once <see cref="KeyTrial"/> has opened
/// secrets with them; until then the earlier ones stay in use.
/// </summary>
internal sealed class SecretBox(string keyFile)
{
    private const string Version = "v1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private volatile IReadOnlyList<MasterKey> keys = MasterKeyFile.Read(keyFile);

    public string KeyFile => keyFile;

    /// <summary>The id of the newest key, which seals.</summary>
    public string Active => keys[^1].Id;

    /// <summary>The state of the file when it was last judged; null before the first time.</summary>
    public KeyFileState? Judged { get; private set; }

    /// <summary>What is wrong with the file and what to do, for the operator; null while its keys are in use.</summary>
    public string? Fault { get; private set; }

    /// <summary>The same in words for anybody.</summary>
    public string? FaultSummary { get; private set; }

    /// <summary>The place of a secret: its kind, its owner and its id.</summary>
    public static string Place(string kind, string owner, string id) => $"{kind}/{owner}/{id}";

    /// <summary>Opens a secret with the one of the keys that sealed it; null when none does.</summary>
    public static string? TryOpen(IReadOnlyList<MasterKey> keys, string sealedText, string place)
    {
        return sealedText.Split('.') is [_, var id, _, _] parts && keys.FirstOrDefault(key => key.Id == id) is { } key
            ? Decrypt(key, parts, place)
            : null;
    }

    public string Seal(string clear, string place)
    {
        var key = keys[^1];
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var plain = Encoding.UTF8.GetBytes(clear);
        var cipher = new byte[plain.Length + TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Encrypt(
            nonce, plain, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), Encoding.UTF8.GetBytes(place));
        return string.Join('.', Version, key.Id, Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher));
    }

    /// <exception cref="StoreFailureException">No key of this server opens it.</exception>
    public string Open(string sealedText, string place) =>
        TryOpen(keys, sealedText, place) ?? TryOpen(KeysOfFile(), sealedText, place) ?? throw new StoreFailureException(
            StoreFailureKind.Unavailable,
            $"The server's master keys do not open a secret that is sealed with the key {sealedText.Split('.').ElementAtOrDefault(1)}. Its operator must restore the key file.");

    /// <summary>Seals with the newest key what an older one may have sealed.</summary>
    public string Reseal(string sealedText, string place) => Seal(Open(sealedText, place), place);

    /// <summary>
    /// The keys for a purpose other than sealing, derived from the master keys; the one to use for new things comes
    /// first.
    /// </summary>
    public IReadOnlyList<byte[]> Derive(string purpose) =>
        [.. keys.Reverse().Select(key => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.Bytes, KeyBytes, info: Encoding.UTF8.GetBytes(purpose)))];

    /// <summary>Uses the keys of the file from now on.</summary>
    public void Use(IReadOnlyList<MasterKey> trusted, KeyFileState state) =>
        (keys, Judged, Fault, FaultSummary) = (trusted, state, null, null);

    /// <summary>Keeps the earlier keys, because those of the file cannot be used.</summary>
    public void Distrust(string why, string summary, KeyFileState state) =>
        (Judged, Fault, FaultSummary) = (state, why, summary);

    // Another process may have added the key after the session began.
    private IReadOnlyList<MasterKey> KeysOfFile()
    {
        try
        {
            return MasterKeyFile.Read(keyFile);
        }
        catch (StoreException)
        {
            return [];
        }
    }

    private static string? Decrypt(MasterKey key, string[] parts, string place)
    {
        try
        {
            var cipher = Base64Url.DecodeFromChars(parts[3]);
            var plain = new byte[Math.Max(0, cipher.Length - TagBytes)];
            using var aes = new AesGcm(key.Bytes, TagBytes);
            aes.Decrypt(
                Base64Url.DecodeFromChars(parts[2]), cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), plain,
                Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
