using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.HostKeys;

internal enum KnownHostKind { Key, CertificateAuthority, Revoked }

/// <summary>One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).</summary>
internal sealed record KnownHost(KnownHostKind Kind, string Hosts, string KeyType, byte[] Key, string File, int Line)
{
    private static readonly char[] blanks = [' ', '\t'];

    /// <summary>Null for an empty line, a comment, or a malformed entry: OpenSSH ignores those too.</summary>
    public static KnownHost? Parse(string text, string file, int line)
    {
        var words = text.Split(blanks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || words[0].StartsWith('#') || Marker(words[0]) is not { } kind)
        {
            return null;
        }

        var fields = words.AsSpan(kind == KnownHostKind.Key ? 0 : 1);
        return fields.Length >= 3 && Decode(fields[2]) is { } key
            ? new(kind, fields[0], fields[1], key, file, line)
            : null;
    }

    public static string HashName(string name, byte[] salt) =>
        $"|1|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(Digest(name, salt))}";

    public bool IsFor(string name) => Hosts.StartsWith("|1|", StringComparison.Ordinal)
        ? IsHashOf(name)
        : HostPattern.MatchesAny(Hosts.Split(','), name);

    public bool IsKey(ReadOnlySpan<byte> key) => Key.AsSpan().SequenceEqual(key);

    private static KnownHostKind? Marker(string word) => word switch
    {
        "@cert-authority" => KnownHostKind.CertificateAuthority,
        "@revoked" => KnownHostKind.Revoked,
        ['@', ..] => null,
        _ => KnownHostKind.Key,
    };

    private bool IsHashOf(string name)
    {
        var parts = Hosts.Split('|');
        return parts.Length == 4 && Decode(parts[2]) is { } salt && Decode(parts[3]) is { } hash
            && CryptographicOperations.FixedTimeEquals(Digest(name, salt), hash);
    }

#pragma warning disable CA5350 // known_hosts is defined with SHA-1; it only obscures names.
    private static byte[] Digest(string name, byte[] salt) => HMACSHA1.HashData(salt, Encoding.UTF8.GetBytes(name));
#pragma warning restore CA5350

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
