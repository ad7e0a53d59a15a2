using System.Text.Json;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>The table of the secrets of documents. Each is sealed for its document and its id.</summary>
internal static class SecretTable
{
    /// <summary>Opens a secret of a document, for the moment of its use.</summary>
    public static async Task<string> RevealAsync<T>(StoreSession store, T owner, Secret secret)
        where T : class, IDocument
    {
        if (secret.Clear is { } clear)
        {
            return clear;
        }

        var text = await store.ScalarAsync<string>("select sealed from secret where id = @id", new { id = secret.Id });
        return store.Secrets.Open(text, SecretBox.Place(T.Kind, owner.Id, secret.Id!));
    }

    /// <summary>Opens one stored secret of each of several documents.</summary>
    /// <returns>The texts by the ids of the documents.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> RevealAsync<T>(
        StoreSession store, IReadOnlyList<(T Owner, Secret Secret)> secrets)
        where T : class, IDocument
    {
        if (secrets.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var rows = await store.QueryAsync<Row>(
            $"select id as Id, kind as Kind, owner as Owner, sealed as Text from secret where id in ({store.Listed})",
            new { list = JsonSerializer.Serialize(secrets.Select(secret => secret.Secret.Id)) });
        return rows.ToDictionary(
            row => row.Owner, row => store.Secrets.Open(row.Text, SecretBox.Place(row.Kind, row.Owner, row.Id)));
    }

    public static async Task SealAsync(
        this StoreSession store, string kind, string owner, IReadOnlyDictionary<string, string> secrets)
    {
        foreach (var (id, clear) in secrets)
        {
            var text = store.Secrets.Seal(clear, SecretBox.Place(kind, owner, id));
            await store.ExecuteAsync(
                "insert into secret (id, kind, owner, key, sealed) values (@id, @kind, @owner, @key, @text)",
                new { id, kind, owner, key = store.Secrets.Active, text });
        }
    }

    public static async Task ForgetSecretsAsync(
        this StoreSession store, string kind, string owner, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            await store.ExecuteAsync(
                "delete from secret where id = @id and kind = @kind and owner = @owner", new { id, kind, owner });
        }
    }

    /// <summary>Seals with the newest master key what an older one sealed.</summary>
    /// <returns>The number of secrets sealed; less than <paramref name="most"/> when no more are left.</returns>
    public static async Task<int> ResealAsync(StoreSession store, int most)
    {
        var rows = await store.QueryAsync<Row>(
            "select id as Id, kind as Kind, owner as Owner, sealed as Text from secret where key <> @key order by id limit @most",
            new { key = store.Secrets.Active, most });
        foreach (var row in rows)
        {
            await store.ExecuteAsync(
                "update secret set key = @key, sealed = @text where id = @Id",
                new
                {
                    key = store.Secrets.Active,
                    text = store.Secrets.Reseal(row.Text, SecretBox.Place(row.Kind, row.Owner, row.Id)),
                    row.Id,
                });
        }

        return rows.Count;
    }

    /// <summary>Opens secrets as a trial, in the order of their ids.</summary>
    /// <param name="store">The session.</param>
    /// <param name="after">The last id of the call before; empty for the first call.</param>
    /// <param name="most">The number of secrets at most.</param>
    /// <returns>The last id; null when no more are left.</returns>
    /// <exception cref="StoreException">No key opens one of them.</exception>
    public static async Task<string?> RequireOpenableAsync(StoreSession store, string after, int most)
    {
        var rows = await store.QueryAsync<Row>(
            "select id as Id, kind as Kind, owner as Owner, sealed as Text from secret where id > @after order by id limit @most",
            new { after, most });
        foreach (var row in rows)
        {
            RequireOpenable(store, row);
        }

        return rows.Count == most ? rows[^1].Id : null;
    }

    private static void RequireOpenable(StoreSession store, Row row)
    {
        try
        {
            store.Secrets.Open(row.Text, SecretBox.Place(row.Kind, row.Owner, row.Id));
        }
        catch (Exception e) when (e is StoreFailureException or FormatException or ArgumentException)
        {
            throw new StoreException(
                $"A secret of the {row.Kind} {row.Owner} cannot be opened, so nothing was changed: restore the key file, or send that secret again.",
                e);
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Owner { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
