namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Seals all secrets anew with a new master key. Servers that run go on: they find the new key in the file.
/// </summary>
internal static class KeyRotation
{
    private const int Slice = 100;

    /// <returns>How many secrets were sealed anew.</returns>
    public static Task<int> RotateAsync(DocumentStore store, string keyFile, CancellationToken ct)
    {
        MasterKeyFile.Write(keyFile, [.. MasterKeyFile.Read(keyFile), MasterKeyFile.New()]);
        store.Secrets.Reload();
        return store.WriteAsync(Slice, session => session.ResealAsync(Slice), ct);
    }

    /// <summary>Removes all keys but the newest, when nothing is sealed with them any more.</summary>
    /// <returns>How many were removed.</returns>
    public static async Task<int> ForgetOldAsync(DocumentStore store, string keyFile, CancellationToken ct)
    {
        var keys = MasterKeyFile.Read(keyFile);
        var left = await store.ReadAsync(
            session => session.ScalarAsync<int>(
                "select count(*) from secret where key <> @key", new { key = keys[^1].Id }), ct);
        if (left > 0)
        {
            throw new StoreException(
                $"{left} secrets are still sealed with old keys: rotate once more, and forget the old keys then.");
        }

        MasterKeyFile.Write(keyFile, [keys[^1]]);
        return keys.Count - 1;
    }
}
