using System.Text.Json;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store.Secrets;
using Dapper;

namespace CSharpChef.Stacks.Store;

/// <summary>The store during one operation: all of it is done, or none.</summary>
internal sealed class StoreSession(
    IDatabase database, IDatabaseTransaction transaction, SecretBox box, DateTimeOffset now)
{
    private readonly List<DocumentChange> changes = [];

    public DateTimeOffset Now { get; } = now;

    public SecretBox Secrets => box;

    /// <summary>In the order they were made.</summary>
    public IReadOnlyList<DocumentChange> Changes => changes;

    public async Task<T?> FindAsync<T>(string id)
        where T : class, IDocument =>
        (await RowsAsync<T>(
            "select version, body from document where kind = @kind and id = @id",
            new { kind = T.Kind, id })).SingleOrDefault();

    /// <summary>Those there are, in no order.</summary>
    public async Task<IReadOnlyList<T>> FindAsync<T>(IReadOnlyCollection<string> ids)
        where T : class, IDocument =>
        ids.Count == 0 ? [] : await RowsAsync<T>(
            $"select version, body from document where kind = @kind and id in ({database.Listed})",
            new { kind = T.Kind, list = JsonSerializer.Serialize(ids) });

    /// <summary>All, in the order of their ids: the oldest first, where we make the ids.</summary>
    public Task<IReadOnlyList<T>> AllAsync<T>()
        where T : class, IDocument =>
            RowsAsync<T>("select version, body from document where kind = @kind order by id", new { kind = T.Kind });

    /// <summary>Those that are listed under the owner, in the order of their ids.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(string owner)
        where T : class, IDocument => RowsAsync<T>(
            """
            select d.version, d.body from listing l join document d on d.kind = l.kind and d.id = l.id
            where l.kind = @kind and l.owner = @owner order by l.id
            """,
            new { kind = T.Kind, owner });

    public Task<int> CountAsync<T>(string owner)
        where T : class, IDocument => ScalarAsync<int>(
            "select count(*) from listing where kind = @kind and owner = @owner", new { kind = T.Kind, owner });

    /// <summary>Those whose ids are after the first and before the second, the oldest first.</summary>
    public Task<IReadOnlyList<T>> RangeAsync<T>(string after, string before, int most)
        where T : class, IDocument => RowsAsync<T>(
            "select version, body from document where kind = @kind and id > @after and id < @before order by id limit @most",
            new { kind = T.Kind, after, before, most });

    /// <summary>How many are listed under the owner that were made after that one.</summary>
    public Task<int> CountAfterAsync<T>(string owner, string id)
        where T : class, IDocument =>
        ScalarAsync<int>(
            "select count(*) from listing where kind = @kind and owner = @owner and id > @id",
            new { kind = T.Kind, owner, id });

    /// <summary>Makes others who lock it wait until this session ends. Changes nothing.</summary>
    public Task LockAsync<T>(string id)
        where T : class, IDocument => ExecuteAsync(
            "update document set version = version where kind = @kind and id = @id", new { kind = T.Kind, id });

    public async Task<T> AddAsync<T>(T document)
        where T : class, IDocument
    {
        var (body, secrets, _) = DocumentJson.Write(document);
        await ExecuteAsync(
            "insert into document (kind, id, version, updated, body) values (@kind, @id, 1, @at, @body)",
            new { kind = T.Kind, id = document.Id, at = TimeConverter.Store(Now), body });
        await ClaimAsync<T>(document.Id, document.Names);
        await ListUnderAsync<T>(document.Id, document.ListedUnder);
        await SealAsync<T>(document.Id, secrets);
        return Note(null, DocumentJson.Read<T>(body, 1));
    }

    public async Task<T> SaveAsync<T>(T before, T after)
        where T : class, IDocument
    {
        var (body, secrets, kept) = DocumentJson.Write(after);
        var saved = await ExecuteAsync(
            "update document set version = version + 1, updated = @at, body = @body where kind = @kind and id = @id and version = @version",
            new { kind = T.Kind, id = before.Id, version = before.Version, at = TimeConverter.Store(Now), body });
        if (saved == 0)
        {
            throw new StoreConflictException($"The {T.Noun} {before.Id} was changed by another call.");
        }

        await MoveNamesAsync(before, after);
        await MoveListingsAsync(before, after);
        await ForgetSecretsAsync<T>(before.Id, DocumentJson.Write(before).All.Except(kept));
        await SealAsync<T>(before.Id, secrets);
        return Note(before, DocumentJson.Read<T>(body, before.Version + 1));
    }

    public async Task SaveIfChangedAsync<T>(T before, T after)
        where T : class, IDocument
    {
        if (!ReferenceEquals(before, after))
        {
            await SaveAsync(before, after);
        }
    }

    public async Task RemoveAsync<T>(T document)
        where T : class, IDocument
    {
        var key = new { kind = T.Kind, id = document.Id, version = document.Version };
        if (await ExecuteAsync("delete from document where kind = @kind and id = @id and version = @version", key) == 0)
        {
            throw new StoreConflictException($"The {T.Noun} {document.Id} was changed by another call.");
        }

        await ExecuteAsync("delete from listing where kind = @kind and id = @id", key);
        await ExecuteAsync("delete from name where kind = @kind and id = @id", key);
        await ExecuteAsync("delete from secret where kind = @kind and owner = @id", key);
        changes.Add(new(T.Kind, document, null));
    }

    /// <summary>Removes all that are listed under the owner.</summary>
    public async Task RemoveAllAsync<T>(string owner)
        where T : class, IDocument
    {
        foreach (var document in await ListAsync<T>(owner))
        {
            await RemoveAsync(document);
        }
    }

    /// <summary>The secret's text, for the moment of its use.</summary>
    public async Task<string> RevealAsync<T>(T owner, Secret secret)
        where T : class, IDocument
    {
        if (secret.Clear is { } clear)
        {
            return clear;
        }

        var text = await ScalarAsync<string>("select sealed from secret where id = @id", new { id = secret.Id });
        return box.Open(text, SecretBox.Place(T.Kind, owner.Id, secret.Id!));
    }

    /// <summary>Seals secrets that another key than the newest sealed.</summary>
    /// <returns>How many; fewer than asked for when none is left.</returns>
    public async Task<int> ResealAsync(int most)
    {
        var rows = await QueryAsync<SealedRow>(
            "select id as Id, kind as Kind, owner as Owner, sealed as Text from secret where key <> @key order by id limit @most",
            new { key = box.Active, most });
        foreach (var row in rows)
        {
            var place = SecretBox.Place(row.Kind, row.Owner, row.Id);
            var text = box.Seal(box.Open(row.Text, place), place);
            await ExecuteAsync(
                "update secret set key = @key, sealed = @text where id = @Id", new { key = box.Active, text, row.Id });
        }

        return rows.Count;
    }

    public Task<int> ExecuteAsync(string sql, object values) =>
        transaction.Connection.ExecuteAsync(sql, values, transaction.Transaction);

    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object values) =>
        (await transaction.Connection.QueryAsync<TRow>(sql, values, transaction.Transaction)).AsList();

    public async Task<TValue> ScalarAsync<TValue>(string sql, object values) =>
        (await transaction.Connection.ExecuteScalarAsync<TValue>(sql, values, transaction.Transaction))!;

    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object values)
        where T : class, IDocument =>
            [.. (await QueryAsync<Row>(sql, values)).Select(row => DocumentJson.Read<T>(row.Body, (int)row.Version))];

    private T Note<T>(T? before, T after)
        where T : class, IDocument
    {
        changes.Add(new(T.Kind, before, after));
        return after;
    }

    private async Task MoveNamesAsync<T>(T before, T after)
        where T : class, IDocument
    {
        foreach (var gone in before.Names.Except(after.Names))
        {
            await ExecuteAsync("delete from name where scope = @Scope and name = @Name", new { gone.Scope, gone.Name });
        }

        await ClaimAsync<T>(before.Id, after.Names.Except(before.Names));
    }

    private async Task ClaimAsync<T>(string id, IEnumerable<UniqueName> names)
        where T : class, IDocument
    {
        foreach (var name in names)
        {
            const string Claim =
                "insert into name (scope, name, kind, id) values (@Scope, @Name, @kind, @id) on conflict (scope, name) do nothing";
            if (await ExecuteAsync(Claim, new { name.Scope, name.Name, kind = T.Kind, id }) == 0)
            {
                throw ApiError.Invalid(name.Taken);
            }
        }
    }

    private async Task MoveListingsAsync<T>(T before, T after)
        where T : class, IDocument
    {
        foreach (var owner in before.ListedUnder.Except(after.ListedUnder))
        {
            await ExecuteAsync(
                "delete from listing where kind = @kind and owner = @owner and id = @id",
                new { kind = T.Kind, owner, id = before.Id });
        }

        await ListUnderAsync<T>(before.Id, after.ListedUnder.Except(before.ListedUnder));
    }

    private async Task ListUnderAsync<T>(string id, IEnumerable<string> owners)
        where T : class, IDocument
    {
        foreach (var owner in owners.Distinct())
        {
            await ExecuteAsync(
                "insert into listing (kind, owner, id) values (@kind, @owner, @id)", new { kind = T.Kind, owner, id });
        }
    }

    private async Task SealAsync<T>(string owner, IReadOnlyDictionary<string, string> secrets)
        where T : class, IDocument
    {
        foreach (var (id, clear) in secrets)
        {
            await ExecuteAsync(
                "insert into secret (id, kind, owner, key, sealed) values (@id, @kind, @owner, @key, @text)",
                new
                {
                    id,
                    kind = T.Kind,
                    owner,
                    key = box.Active,
                    text = box.Seal(
                    clear, SecretBox.Place(T.Kind, owner, id))
                });
        }
    }

    private async Task ForgetSecretsAsync<T>(string owner, IEnumerable<string> ids)
        where T : class, IDocument
    {
        foreach (var id in ids)
        {
            await ExecuteAsync(
                "delete from secret where id = @id and kind = @kind and owner = @owner",
                new { id, kind = T.Kind, owner });
        }
    }

    private sealed class SealedRow
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Owner { get; init; } = "";

        public string Text { get; init; } = "";
    }

    private sealed record Row(long Version, string Body)
    {
        // PostgreSQL says int, SQLite long.
        public Row(int version, string body)
            : this((long)version, body)
        {
        }
    }
}
