using System.Data;
using System.Data.Common;
using System.Globalization;
using CSharpChef.Stacks.Text;
using Dapper;
using Npgsql;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A PostgreSQL database, which several servers may share.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const long SchemaLock = 0x6373686172706368;

    // Connections that stay free for looking up credentials.
    private const int SignInConnections = 4;

    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim others;
    private readonly TimeSpan longestWait;

    private PostgresDatabase(NpgsqlDataSource source)
    {
        this.source = source;
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        others = new(Math.Max(1, settings.MaxPoolSize - SignInConnections));
        longestWait = TimeSpan.FromSeconds(settings.Timeout);
    }

    public string? Fault => null;

    public string Identity => "bigint generated always as identity";

    public string Listed => "select jsonb_array_elements_text(cast(@list as jsonb))";

    public string ListedDocuments =>
        "select d.id, l.place, octet_length(d.body) as bytes "
        + "from jsonb_array_elements_text(cast(@list as jsonb)) with ordinality as l(id, place) join document d on d.id = l.id where d.kind = @kind";

    public string Body => "cast(body as jsonb)";

    public string ClockIn(int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""to_char((clock_timestamp() + interval '{{seconds}} seconds') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')""");

    /// <param name="url"><c>postgres://user:password@host:port/database?option=value</c>.</param>
    public static PostgresDatabase Open(string url)
    {
        var settings = PostgresUrl.Parse(url);
        try
        {
            return new(NpgsqlDataSource.Create(settings));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new StoreException(
                $"The options of the store's URL do not fit together: {Reason.Of(Excerpt.Of(e.Message))} Correct them.", e);
        }
    }

    public Task<IDatabaseTransaction> ReadAsync(CancellationToken ct) =>
        BeginInTurnAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<IDatabaseTransaction> SignInAsync(CancellationToken ct) =>
        await BeginAsync(IsolationLevel.RepeatableRead, null, ct);

    public Task<IDatabaseTransaction> WriteAsync(CancellationToken ct) =>
        BeginInTurnAsync(IsolationLevel.ReadCommitted, ct);

    public Task LockRowAsync(IDatabaseTransaction transaction, string row, object values) =>
        transaction.Connection.ExecuteAsync($"select 1 from {row} for update", values, transaction.Transaction);

    public Task LockNameAsync(IDatabaseTransaction transaction, string name, bool shared) =>
        transaction.Connection.ExecuteAsync(
            $"select pg_advisory_xact_lock{(shared ? "_shared" : "")}(hashtextextended(current_schema() || '/' || @name, 0))",
            new { name },
            transaction.Transaction);

    public async Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct)
    {
        var lease = await BeginAsync(IsolationLevel.ReadCommitted, null, ct);
        try
        {
            await lease.Connection.ExecuteAsync(new CommandDefinition(
                "select pg_advisory_xact_lock(@key)", new { key = SchemaLock }, lease.Transaction, cancellationToken: ct));
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var transaction = await ReadAsync(ct);
        return await transaction.Connection.ExecuteScalarAsync<bool>(
            "select to_regclass('meta') is null", transaction: transaction.Transaction);
    }

    /// <summary>Gives back nothing: PostgreSQL uses the space again by itself.</summary>
    public Task ShrinkAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Copies nothing: the administrator of the database does.</summary>
    public Task CopyAsync(string name, CancellationToken ct) => Task.CompletedTask;

    public DatabaseFault Classify(DbException e) => e switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
        } =>
            DatabaseFault.Conflict,
        PostgresException { SqlState: ['5', '3' or '7' or '8', ..] } => DatabaseFault.Unavailable,
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or PostgresErrorCodes.ReadOnlySqlTransaction } =>
            DatabaseFault.Unavailable,
        PostgresException => DatabaseFault.Bug,
        _ => DatabaseFault.Unavailable,
    };

    // The message of a PostgresException also has its code and, on further lines, its details.
    public string Explain(DbException e) =>
        Excerpt.Of(Reason.Of(e is PostgresException postgres ? postgres.MessageText : e.Message)).TrimEnd('.');

    public bool IsConstraint(DbException e) => e is PostgresException { SqlState: ['2', '2' or '3', ..] };

    public bool IsOutcomeUnknown(DbException e) => e is not PostgresException;

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        others.Dispose();
    }

    private async Task<IDatabaseTransaction> BeginInTurnAsync(IsolationLevel level, CancellationToken ct)
    {
        if (!await others.WaitAsync(longestWait, ct))
        {
            throw new NpgsqlException($"other sessions did not end within {longestWait.TotalSeconds} s");
        }

        try
        {
            return await BeginAsync(level, others, ct);
        }
        catch
        {
            others.Release();
            throw;
        }
    }

    private async Task<Lease> BeginAsync(IsolationLevel level, SemaphoreSlim? turn, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            return new Lease(connection, await connection.BeginTransactionAsync(level, ct), turn);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Lease(NpgsqlConnection connection, NpgsqlTransaction transaction, SemaphoreSlim? turn)
        : IDatabaseTransaction
    {
        public DbConnection Connection => connection;

        public DbTransaction Transaction => transaction;

        public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public async ValueTask DisposeAsync()
        {
            try
            {
                await transaction.DisposeAsync();
                await connection.DisposeAsync();
            }
            finally
            {
                turn?.Release();
            }
        }
    }
}
