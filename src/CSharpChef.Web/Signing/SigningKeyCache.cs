using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Web.Signing;

/// <summary>
/// Caches derived signing keys for a day, in memory only. The caller checks whether an access key may still be used; an
/// entry is returned only for the secret from which it was derived.
/// </summary>
internal sealed class SigningKeyCache(TimeProvider time)
{
    private const int MostEntries = 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<CredentialScope, Entry> entries = [];

    public byte[] Get(string secret, CredentialScope scope)
    {
        var secretHash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        lock (gate)
        {
            return entries.TryGetValue(scope, out var entry) && Matches(entry, secretHash)
                ? entry.Key
                : Add(secret, scope, secretHash);
        }
    }

    private bool Matches(Entry entry, byte[] secretHash) =>
        CryptographicOperations.FixedTimeEquals(entry.SecretHash, secretHash)
            && time.GetUtcNow() - entry.DerivedAt < Kept;

    private byte[] Add(string secret, CredentialScope scope, byte[] secretHash)
    {
        // Clients choose the region freely: a full cache is emptied, so that it cannot grow without bound.
        if (entries.Count >= MostEntries)
        {
            entries.Clear();
        }

        var key = SigningKey.Derive(secret, scope);
        entries[scope] = new Entry(secretHash, key, time.GetUtcNow());
        return key;
    }

    private sealed record Entry(byte[] SecretHash, byte[] Key, DateTimeOffset DerivedAt);
}
