using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Web.Signing;

/// <summary>
/// Derived keys of a day, in memory only. Whether a key may still be used is not its business: the holder is always
/// looked up, and an entry serves only the secret that it was derived from.
/// </summary>
internal sealed class SigningKeyCache(TimeProvider time)
{
    private const int Most = 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock turn = new();
    private readonly Dictionary<CredentialScope, Entry> entries = [];

    public byte[] Get(string secret, CredentialScope scope)
    {
        var print = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        lock (turn)
        {
            return entries.TryGetValue(scope, out var entry) && Serves(entry, print)
                ? entry.Key
                : Add(secret, scope, print);
        }
    }

    private bool Serves(Entry entry, byte[] print) =>
        CryptographicOperations.FixedTimeEquals(entry.Print, print) && time.GetUtcNow() - entry.Made < Longest;

    private byte[] Add(string secret, CredentialScope scope, byte[] print)
    {
        // Anything may be asked for as a region: a full cache starts anew rather than grow.
        if (entries.Count >= Most)
        {
            entries.Clear();
        }

        var key = SigningKey.Derive(secret, scope);
        entries[scope] = new Entry(print, key, time.GetUtcNow());
        return key;
    }

    private sealed record Entry(byte[] Print, byte[] Key, DateTimeOffset Made);
}
