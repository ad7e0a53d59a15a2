using System.Security.Cryptography;

namespace CSharpChef.Converge.Ssh;

/// <summary>The fingerprint of a public key as OpenSSH prints it: SHA256 and its hash in base 64.</summary>
internal static class KeyFingerprint
{
    public static string Of(ReadOnlySpan<byte> key) =>
        "SHA256:" + Convert.ToBase64String(SHA256.HashData(key)).TrimEnd('=');

    /// <param name="publicKey">A key as in authorized_keys: its type and itself.</param>
    public static string Of(string publicKey) => Of(Convert.FromBase64String(publicKey.Split(' ')[1]));
}
