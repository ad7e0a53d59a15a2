using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>A PostgreSQL database, which several servers may share.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const long SchemaLock = 0x6373686172706368;

    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public string? Fault => null;

    public string Identity => "bigint generated always as identity";

    public string Listed => "select jsonb_array_elements_text(cast(@list as jsonb))";

    /// <param name="url"><c>postgres://user:password@host:port/database?option=value</c>.</param>
    public static PostgresDatabase Open(string url) => new(NpgsqlDataSource.Create(PostgresUrl.Parse(url)));

    public Task<IDatabaseTransaction> ReadAsync(CancellationToken ct) => BeginAsync(IsolationLevel.RepeatableRead, ct);

    public Task<IDatabaseTransaction> WriteAsync(CancellationToken ct) => BeginAsync(IsolationLevel.ReadCommitted, ct);

    public Task LockRowAsync(IDatabaseTransaction transaction, string row, object values) =>
        transaction.Connection.ExecuteAsync($"select 1 from {row} for update", values, transaction.Transaction);

    public Task LockNameAsync(IDatabaseTransaction transaction, string name, bool shared) =>
        transaction.Connection.ExecuteAsync(
            $"select pg_advisory_xact_lock{(shared ? "_shared" : "")}(hashtextextended(current_schema() || '/' || @name, 0))",
            new { name },
            transaction.Transaction);

    public async Task<IAsyncDisposable> LockSchemaAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(
            new CommandDefinition("select pg_advisory_lock(@key)", new { key = SchemaLock }, cancellationToken: ct));
        return connection;
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

    public bool IsConstraint(DbException e) => e is PostgresException { SqlState: ['2', '2' or '3', ..] };

    public bool IsOutcomeUnknown(DbException e) => e is not PostgresException;

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<IDatabaseTransaction> BeginAsync(IsolationLevel level, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            return new Lease(connection, await connection.BeginTransactionAsync(level, ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Lease(NpgsqlConnection connection, NpgsqlTransaction transaction) : IDatabaseTransaction
    {
        public DbConnection Connection => connection;

        public DbTransaction Transaction => transaction;

        public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
