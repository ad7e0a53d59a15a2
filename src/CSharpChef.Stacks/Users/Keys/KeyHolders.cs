using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// Finds the user of an access key or token. Every call reads the store, so that a revoked credential is refused at
/// once by every server.
/// </summary>
internal sealed class KeyHolders(DocumentStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Kind, string Id), DateTimeOffset> used = new();

    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) => store.SignInAsync<KeyHolder?>(
        async session =>
        {
            if (await session.FindAsync<AccessKey>(keyId) is not { } key
                || await session.FindAsync<UserProfile>(key.IamUserArn) is not { } user)
            {
                return null;
            }

            var secret = await session.RevealAsync(key, key.Secret);
            return new(key.Id, user.IamUserArn, user.Role, secret, key.RefusalAt(session.Now));
        },
        ct);

    public Task<KeyHolder?> FindTokenAsync(string text, CancellationToken ct) => store.SignInAsync<KeyHolder?>(
        async session =>
        {
            if (await session.FindAsync<Token>(Credentials.TokenId(text)) is not { } token
                || !CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(Credentials.Hash(text)))
                || await session.FindAsync<UserProfile>(token.IamUserArn) is not { } user)
            {
                return null;
            }

            return new(token.Id, user.IamUserArn, user.Role, null, token.RefusalAt(session.Now));
        },
        ct);

    /// <summary>Notes that a call with the credential was admitted: its signature was right.</summary>
    public void NoteUse(KeyHolder holder) =>
        used[(holder.Secret is null ? Token.Kind : AccessKey.Kind, holder.CredentialId)] = clock.GetUtcNow();

    /// <summary>
    /// Stores when keys and tokens were last used. It runs from time to time, so that queries need not write.
    /// </summary>
    public async Task NoteUseAsync(CancellationToken ct)
    {
        foreach (var (key, at) in used.ToArray())
        {
            await store.WriteAsync(session => NoteUseAsync(session, key, at), ct);
            used.TryRemove(new(key, at));
        }
    }

    private static async Task<int> NoteUseAsync(StoreSession session, (string Kind, string Id) key, DateTimeOffset at)
    {
        if (key.Kind == AccessKey.Kind && await session.FindAsync<AccessKey>(key.Id) is { } accessKey)
        {
            await session.SaveAsync(accessKey, accessKey with { LastUsedAt = at });
        }
        else if (key.Kind == Token.Kind && await session.FindAsync<Token>(key.Id) is { } token)
        {
            await session.SaveAsync(token, token with { LastUsedAt = at });
        }

        return 0;
    }
}
