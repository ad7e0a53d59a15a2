namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Seals all secrets and answers with a new master key. Servers may keep running: they find the new key in the file.
/// </summary>
internal static class KeyRotation
{
    private const int Slice = 100;

    /// <returns>The number of secrets and answers that were sealed with the new key.</returns>
    public static async Task<int> RotateAsync(DocumentStore store, string keyFile, CancellationToken ct)
    {
        await RequireOpenableAsync(store, ct);
        MasterKeyFile.Write(keyFile, [.. MasterKeyFile.Read(keyFile), MasterKeyFile.New()]);
        return await store.WriteAsync(Slice, session => SecretTable.ResealAsync(session, Slice), ct)
            + await store.WriteAsync(Slice, session => AnswerTable.ResealAsync(session, Slice), ct);
    }

    /// <summary>Removes all keys but the newest, when no secret or answer is sealed with them.</summary>
    /// <returns>The number of keys removed.</returns>
    public static async Task<int> ForgetOldAsync(DocumentStore store, string keyFile, CancellationToken ct)
    {
        var keys = MasterKeyFile.Read(keyFile);
        var remaining = await store.ReadAsync(
            session => session.ScalarAsync<int>(
                "select (select count(*) from secret where key <> @key) + (select count(*) from answer where key <> @key)",
                new { key = keys[^1].Id }),
            ct);
        if (remaining > 0)
        {
            throw new StoreException(
                $"{remaining} secrets are still sealed with old keys: rotate once more, and forget the old keys then.");
        }

        MasterKeyFile.Write(keyFile, [keys[^1]]);
        return keys.Count - 1;
    }

    // Before a key is added, so that a rotation that cannot end does not begin.
    private static Task<int> RequireOpenableAsync(DocumentStore store, CancellationToken ct) => store.ReadAsync(
        async session =>
        {
            if (session.Secrets.Fault is { } fault)
            {
                throw new StoreException(fault);
            }

            var after = "";
            while (after is not null)
            {
                after = await SecretTable.RequireOpenableAsync(session, after, Slice);
            }

            return 0;
        },
        ct);
}
