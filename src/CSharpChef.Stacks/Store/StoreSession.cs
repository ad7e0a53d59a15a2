using System.Text.Json;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Store.Work;
using CSharpChef.Stacks.Text;
using Dapper;

namespace CSharpChef.Stacks.Store;

/// <summary>The store during one unit of work, in one transaction: all of its changes are stored, or none.</summary>
internal sealed class StoreSession(
    IDatabase database, IDatabaseTransaction transaction, SecretBox box, Uuid7 ids, DateTimeOffset now)
{
    private const int LongestSlice = 100;
    private const int LargestSlice = 64 << 10;

    private readonly List<DocumentChange> changes = [];

    public DateTimeOffset Now { get; } = now;

    public SecretBox Secrets => box;

    /// <summary>The query of the texts in a JSON list that is the parameter <c>@list</c>.</summary>
    public string Listed => database.Listed;

    /// <summary>The time by the clock of the database, as SQL: servers of a cluster compare leases by it.</summary>
    public string Clock => database.ClockIn(0);

    /// <summary>The work that servers begin when the changes are stored.</summary>
    public List<WorkItem> Woken { get; } = [];

    /// <summary>The changes so far, in their order.</summary>
    public IReadOnlyList<DocumentChange> Changes => changes;

    /// <summary>The time some seconds from now by the clock of the database, as SQL.</summary>
    public string ClockIn(int seconds) => database.ClockIn(seconds);

    /// <summary>Generates the id of a new document; it sorts after the ids generated before.</summary>
    public string NewId() => ids.New(Now);

    public async Task<T?> FindAsync<T>(string id)
        where T : class, IDocument =>
        (await DocumentsAsync<T>(
            "select version, body from document where kind = @kind and id = @id",
            new { kind = T.Kind, id })).SingleOrDefault();

    /// <summary>Finds those of the ids that exist, in no order.</summary>
    public async Task<IReadOnlyList<T>> FindAsync<T>(IReadOnlyCollection<string> ids)
        where T : class, IDocument =>
        ids.Count == 0 ? [] : await DocumentsAsync<T>(
            $"select version, body from document where kind = @kind and id in ({database.Listed})",
            new { kind = T.Kind, list = JsonSerializer.Serialize(ids) });

    /// <summary>Finds all, in the order of their ids, which is the order of creation for ids of this server.</summary>
    public Task<IReadOnlyList<T>> AllAsync<T>()
        where T : class, IDocument => DocumentsAsync<T>(
            "select version, body from document where kind = @kind order by id", new { kind = T.Kind });

    /// <summary>Finds those that are listed under the owner, in the order of their ids.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(string owner)
        where T : class, IDocument => DocumentsAsync<T>(
            """
            select d.version, d.body from listing l join document d on d.kind = l.kind and d.id = l.id
            where l.kind = @kind and l.owner = @owner order by l.id
            """,
            new { kind = T.Kind, owner });

    /// <summary>The ids of all, in their order.</summary>
    public Task<IReadOnlyList<string>> IdsAsync<T>()
        where T : class, IDocument =>
        QueryAsync<string>("select id from document where kind = @kind order by id", new { kind = T.Kind });

    /// <summary>The ids of those that are listed under the owner, in their order.</summary>
    public Task<IReadOnlyList<string>> IdsAsync<T>(string owner)
        where T : class, IDocument => QueryAsync<string>(
            "select id from listing where kind = @kind and owner = @owner order by id", new { kind = T.Kind, owner });

    /// <summary>
    /// Finds those that exist of the next 100 ids, in the order of the ids, until their documents are larger than 64 KB
    /// together.
    /// </summary>
    /// <param name="ids">The ids.</param>
    /// <param name="from">The place of the first id to look up.</param>
    /// <returns>The documents, and the place of the first id that was not looked up.</returns>
    public async Task<(IReadOnlyList<T> Documents, int Next)> SliceAsync<T>(IReadOnlyList<string> ids, int from)
        where T : class, IDocument
    {
        var slice = ids.Skip(from).Take(LongestSlice).ToList();

        // SQLite keeps the order of a cross join: otherwise it reads all documents of the kind.
        var rows = await QueryAsync<Row>(
            $"""
            select d.version, d.body, m.through from (
                select id, place, bytes, sum(bytes) over (order by place) as through
                from ({database.ListedDocuments}) as listed) as m
            cross join document d
            where d.kind = @kind and d.id = m.id and m.through - m.bytes <= @LargestSlice order by m.place
            """,
            new { kind = T.Kind, list = JsonSerializer.Serialize(slice), LargestSlice });
        var documents = rows.Select(Read<T>).ToList();
        var isCut = rows.Count > 0 && rows[^1].Through > LargestSlice;
        return (documents, from + (isCut ? slice.IndexOf(documents[^1].Id) + 1 : slice.Count));
    }

    /// <summary>Finds those with ids between two others, in the order of their ids.</summary>
    public Task<IReadOnlyList<T>> RangeAsync<T>(string after, string before, int most)
        where T : class, IDocument => DocumentsAsync<T>(
            "select version, body from document where kind = @kind and id > @after and id < @before order by id limit @most",
            new { kind = T.Kind, after, before, most });

    /// <summary>Counts all.</summary>
    public Task<int> CountAsync<T>()
        where T : class, IDocument =>
        ScalarAsync<int>("select count(*) from document where kind = @kind", new { kind = T.Kind });

    /// <summary>Counts those that are listed under each of the owners; owners of none are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync<T>(IReadOnlyCollection<string> owners)
        where T : class, IDocument => (await QueryAsync<(string Owner, long Count)>(
            $"select owner, count(*) from listing where kind = @kind and owner in ({database.Listed}) group by owner",
            new { kind = T.Kind, list = JsonSerializer.Serialize(owners) }))
            .ToDictionary(row => row.Owner, row => (int)row.Count);

    /// <summary>Counts those that are listed under the owner.</summary>
    public Task<int> CountAsync<T>(string owner)
        where T : class, IDocument => ScalarAsync<int>(
            "select count(*) from listing where kind = @kind and owner = @owner", new { kind = T.Kind, owner });

    /// <summary>Counts the documents listed under the owner that are newer than the given document.</summary>
    public Task<int> CountAfterAsync<T>(string owner, string id)
        where T : class, IDocument => ScalarAsync<int>(
            "select count(*) from listing where kind = @kind and owner = @owner and id > @id",
            new { kind = T.Kind, owner, id });

    /// <summary>Locks a document until this session ends: others that lock it wait until then.</summary>
    public Task LockAsync(string kind, string id) =>
        database.LockRowAsync(transaction, "document where kind = @kind and id = @id", new { kind, id });

    /// <summary>Takes a lock with a name until this session ends; sessions may share it.</summary>
    public Task LockNameAsync(string name, bool shared) => database.LockNameAsync(transaction, name, shared);

    /// <summary>Locks the whole server until this session ends: others that lock it wait until then.</summary>
    public Task LockServerAsync() => database.LockRowAsync(transaction, "meta where key = 'schema'", new { });

    /// <param name="document">The new document.</param>
    /// <param name="warnings">What is unusual about it, for the activity log.</param>
    public async Task<T> AddAsync<T>(T document, IReadOnlyList<string>? warnings = null)
        where T : class, IDocument
    {
        var stored = DocumentWriter.Write(document);
        await ExecuteAsync(
            "insert into document (kind, id, version, updated, body) values (@kind, @id, 1, @at, @body)",
            new { kind = T.Kind, id = document.Id, at = TimeConverter.StoreText(Now), body = stored.Body });
        await this.MoveNamesAsync(T.Kind, document.Id, [], document.Names);
        await this.MoveListingsAsync(T.Kind, document.Id, [], document.ListedUnder);
        await this.SealAsync(T.Kind, document.Id, stored.Secrets.NewSecrets);
        return Note(null, DocumentJson.Read<T>(stored.Body, 1), warnings);
    }

    /// <param name="before">The document as it was read.</param>
    /// <param name="after">The document as it is to be stored.</param>
    /// <param name="warnings">What is unusual about the change, for the activity log.</param>
    public async Task<T> SaveAsync<T>(T before, T after, IReadOnlyList<string>? warnings = null)
        where T : class, IDocument
    {
        var stored = DocumentWriter.Write(after);
        var saved = await ExecuteAsync(
            "update document set version = version + 1, updated = @at, body = @body where kind = @kind and id = @id and version = @version",
            new
            {
                kind = T.Kind,
                id = before.Id,
                version = before.Version,
                at = TimeConverter.StoreText(Now),
                body = stored.Body,
            });
        RequireUnchanged(saved, before);
        await this.MoveNamesAsync(T.Kind, before.Id, before.Names, after.Names);
        await this.MoveListingsAsync(T.Kind, before.Id, before.ListedUnder, after.ListedUnder);
        await this.ForgetSecretsAsync(
            T.Kind, before.Id, DocumentWriter.Write(before).Secrets.Ids.Except(stored.Secrets.Ids));
        await this.SealAsync(T.Kind, before.Id, stored.Secrets.NewSecrets);
        return Note(before, DocumentJson.Read<T>(stored.Body, before.Version + 1), warnings);
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
        RequireUnchanged(
            await ExecuteAsync("delete from document where kind = @kind and id = @id and version = @version", key),
            document);
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

    /// <summary>Opens a secret of a document, for the moment of its use.</summary>
    public Task<string> RevealAsync<T>(T owner, Secret secret)
        where T : class, IDocument => SecretTable.RevealAsync(this, owner, secret);

    /// <summary>Opens one secret of each of several documents.</summary>
    /// <returns>The texts by the ids of the documents.</returns>
    public Task<IReadOnlyDictionary<string, string>> RevealAsync<T>(IReadOnlyList<(T Owner, Secret Secret)> secrets)
        where T : class, IDocument => SecretTable.RevealAsync(this, secrets);

    public Task<int> ExecuteAsync(string sql, object values) =>
        transaction.Connection.ExecuteAsync(sql, values, transaction.Transaction);

    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object values) =>
        (await transaction.Connection.QueryAsync<TRow>(sql, values, transaction.Transaction)).AsList();

    public async Task<TValue> ScalarAsync<TValue>(string sql, object values) =>
        (await transaction.Connection.ExecuteScalarAsync<TValue>(sql, values, transaction.Transaction))!;

    private async Task<IReadOnlyList<T>> DocumentsAsync<T>(string sql, object values)
        where T : class, IDocument =>
            [.. (await QueryAsync<Row>(sql, values)).Select(Read<T>)];

    private static T Read<T>(Row row)
        where T : class, IDocument => DocumentJson.Read<T>(row.Body, (int)row.Version);

    private static void RequireUnchanged<T>(int rows, T document)
        where T : class, IDocument
    {
        if (rows == 0)
        {
            throw new StoreFailureException(
                StoreFailureKind.Conflict, $"The {T.Noun} {document.Id} was changed by another call.");
        }
    }

    private T Note<T>(T? before, T after, IReadOnlyList<string>? warnings)
        where T : class, IDocument
    {
        changes.Add(new(T.Kind, before, after) { Warnings = warnings ?? [] });
        return after;
    }

    private sealed class Row
    {
        public long Version { get; init; }

        public string Body { get; init; } = "";

        /// <summary>The bytes of this document and of those before it, where the query tells them.</summary>
        public long Through { get; init; }
    }
}
