using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A SQLite file: one connection writes, a few others read at the same time.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int MostReaders = 4;
    private const int MostSignInReaders = 3;
    private const string ReadOnly = "pragma query_only = on";
    private const int ShrinkPages = 1000;
    private const int BusySeconds = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2 * BusySeconds);

    private readonly string path;
    private readonly DatabaseFile file;
    private readonly Channel<SqliteConnection> writers = Channel.CreateUnbounded<SqliteConnection>();
    private readonly SqliteReaders readers;
    private readonly SqliteReaders signInReaders;
    private volatile string? damage;

    private SqliteDatabase(string path, DatabaseFile file)
    {
        (this.path, this.file) = (path, file);
        readers = new(MostReaders, ct => ConnectAsync($"{ReadOnly}; pragma cache_size = -8192", ct));
        signInReaders = new(MostSignInReaders, ct => ConnectAsync($"{ReadOnly}; pragma cache_size = -2048", ct));
    }

    public string? Fault => damage ?? file.Fault;

    public string Identity => "integer";

    public string Listed => "select value from json_each(@list)";

    // SQLite keeps the order of a cross join, and so does not sort the bodies.
    public string ListedDocuments =>
        "select d.id, l.key as place, octet_length(d.body) as bytes from json_each(@list) l cross join document d "
        + "where d.kind = @kind and d.id = l.value";

    public string Body => "body";

    public string ClockIn(int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '{seconds} seconds')");

    public static Task<SqliteDatabase> OpenAsync(string path, CancellationToken ct) =>
        OpenAsync(path, StoreOptions.FreeBytesOf, ct);

    /// <param name="path">The file; a new one is created.</param>
    /// <param name="freeBytes">Reads the free space of the disk on which a folder is.</param>
    /// <param name="ct">Cancels the opening.</param>
    public static async Task<SqliteDatabase> OpenAsync(
        string path, Func<string, long> freeBytes, CancellationToken ct)
    {
        var file = DatabaseFile.Open(path, freeBytes);
        try
        {
            var database = new SqliteDatabase(path, file);
            database.writers.Writer.TryWrite(await database.ConnectAsync(
                "pragma auto_vacuum = incremental; pragma journal_mode = wal; pragma cache_size = -16384; select 1 from sqlite_master",
                ct));
            file.HoldLog();
            return database;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public async Task<IDatabaseTransaction> ReadAsync(CancellationToken ct) =>
        Begin(await readers.TakeAsync(ct), readers.Idle, deferred: true);

    public async Task<IDatabaseTransaction> SignInAsync(CancellationToken ct) =>
        Begin(await signInReaders.TakeAsync(ct), signInReaders.Idle, deferred: true);

    public async Task<IDatabaseTransaction> WriteAsync(CancellationToken ct) => damage is null
        ? Begin(await TakeAsync(writers, ct), writers, deferred: false)
        : throw new SqliteFault(damage, SqliteFaults.Damaged);

    // "begin immediate" has locked the whole file already.
    public Task LockRowAsync(IDatabaseTransaction transaction, string row, object values) => Task.CompletedTask;

    public Task LockNameAsync(IDatabaseTransaction transaction, string name, bool shared) => Task.CompletedTask;

    /// <summary>Locks nothing: the file belongs to one process.</summary>
    public Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var transaction = await ReadAsync(ct);
        return await transaction.Connection.ExecuteScalarAsync<int>(
            "select count(*) from sqlite_master", transaction: transaction.Transaction) == 0;
    }

    public async Task ShrinkAsync(CancellationToken ct)
    {
        var (free, before) = (long.MaxValue, 0L);
        do
        {
            before = free;
            free = await WithWriterAsync(ShrinkOnceAsync, ct);
        }
        while (free > 0 && free < before);
    }

    public async Task CopyAsync(string name, CancellationToken ct)
    {
        File.Delete($"{path}.{name}");
        OwnerFile.Create($"{path}.{name}").Dispose();
        using var source = await ConnectAsync("", ct);
        await using var copy = new SqliteConnection($"Data Source={path}.{name};Pooling=False");
        await copy.OpenAsync(ct);
        source.BackupDatabase(copy);
    }

    /// <summary>
    /// Classifies the error, and remembers damage: from then on nothing is written, and the server is not ready.
    /// </summary>
    public DatabaseFault Classify(DbException e)
    {
        var fault = e is SqliteException sqlite ? SqliteFaults.Classify(sqlite) : DatabaseFault.Bug;
        if (fault == DatabaseFault.Damage)
        {
            damage = Explain(e);
        }

        return fault;
    }

    public string Explain(DbException e) =>
        (e is SqliteException sqlite ? SqliteFaults.Explain(sqlite, Path.GetFileName(path)) : null)
        ?? Excerpt.Of(e.Message).TrimEnd('.');

    public bool IsConstraint(DbException e) => e is SqliteException { SqliteErrorCode: 19 or 20 };

    /// <summary>
    /// False while the files are in their places: this process writes them itself, so a failed commit is not in them.
    /// </summary>
    public bool IsOutcomeUnknown(DbException e) => file.Missing is not null;

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in new[] { readers.Idle, signInReaders.Idle, writers })
        {
            channel.Writer.Complete();
            await foreach (var connection in channel.Reader.ReadAllAsync())
            {
                await connection.DisposeAsync();
            }
        }

        file.Dispose();
    }

    private Lease Begin(SqliteConnection connection, Channel<SqliteConnection> pool, bool deferred)
    {
        try
        {
            RequireFiles(connection);
            return new Lease(this, connection, connection.BeginTransaction(deferred), pool);
        }
        catch
        {
            pool.Writer.TryWrite(connection);
            throw;
        }
    }

    private void RequireFiles(SqliteConnection connection)
    {
        if (file.Missing is { } missing)
        {
            SaveLog(connection);
            throw new SqliteFault(missing, SqliteFaults.CannotOpen);
        }
    }

    // What was acknowledged before the log was removed is still in the open file.
    private void SaveLog(SqliteConnection connection)
    {
        if (file.LacksOnlyLog)
        {
            connection.Execute("pragma wal_checkpoint(passive)");
        }
    }

    // The pragma frees one page for each row that is read. The checkpoint then cuts the file.
    private static async Task<long> ShrinkOnceAsync(SqliteConnection connection)
    {
        await connection.QueryAsync($"pragma incremental_vacuum({ShrinkPages})");
        await connection.QueryAsync("pragma wal_checkpoint(passive)");
        return await connection.ExecuteScalarAsync<long>("pragma freelist_count");
    }

    private async Task<T> WithWriterAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken ct)
    {
        var connection = await TakeAsync(writers, ct);
        try
        {
            return await work(connection);
        }
        finally
        {
            writers.Writer.TryWrite(connection);
        }
    }

    // While another process locks the file, every writer here waits until it times out: those behind it must time out
    // too.
    public static async Task<SqliteConnection> TakeAsync(Channel<SqliteConnection> pool, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(LongestWait);
        try
        {
            return await pool.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SqliteFault(
                $"other sessions did not end within {LongestWait.TotalSeconds} s", SqliteFaults.Busy);
        }
    }

    // Without a memory map: each connection would map the whole file, and the process would seem as large as all of
    // them.
    private async Task<SqliteConnection> ConnectAsync(string pragmas, CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout={BusySeconds}");
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(
                $"{pragmas}; pragma synchronous = full; pragma temp_store = memory");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Lease(
        SqliteDatabase database,
        SqliteConnection connection,
        SqliteTransaction transaction,
        Channel<SqliteConnection> pool) : IDatabaseTransaction
    {
        public DbConnection Connection => connection;

        public DbTransaction Transaction => transaction;

        // A commit into a file without a name is lost at the next start: nobody must take it for stored.
        public async Task CommitAsync(CancellationToken ct)
        {
            await transaction.CommitAsync(ct);
            database.RequireFiles(connection);
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            if (!pool.Writer.TryWrite(connection))
            {
                await connection.DisposeAsync();
            }
        }
    }

    private sealed class NoLock : IAsyncDisposable
    {
        public static readonly NoLock Instance = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
