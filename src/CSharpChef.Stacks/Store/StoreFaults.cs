using System.Data.Common;
using System.Net.Sockets;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CSharpChef.Stacks.Store;

/// <summary>
/// Says in one sentence what an operator must mend when a command cannot use the store. Messages never have a password.
/// </summary>
internal static class StoreFaults
{
    public static async Task<T> ExplainAsync<T>(StoreOptions options, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Explain(e, options) is { } sentence)
        {
            throw sentence;
        }
    }

    private static ChefException? Explain(Exception e, StoreOptions options) => e switch
    {
        StoreFailureException { InnerException: DbException inner } => Explain(inner, options),
        StoreFailureException => new StoreException(e.Message, e),
        SqliteException sqlite => new StoreException(OfSqlite(sqlite, options.SqlitePath), e),
        PostgresException postgres => OfPostgres(postgres, Server(options)),
        NpgsqlException or SocketException or TimeoutException when options.Url is not null =>
            new StoreUnreachableException(
            $"PostgreSQL at {Server(options)} cannot be reached: {Cause(e.GetBaseException().Message)} Start it, or correct --store or CSHARPCHEF_STORE.",
            e),
        IOException or UnauthorizedAccessException => new StoreException(FileFault.Explain(e), e),
        _ => null,
    };

    private static string OfSqlite(SqliteException e, string path) => SqliteFaults.Explain(e, path) is { } sentence
        ? $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}."
        : $"{path} cannot be used: {Cause(e.Message)} If it is not the store of a server, name that with --data.";

    private static ChefException OfPostgres(PostgresException e, string server) => e.SqlState switch
    {
        ['2', '8', ..] => new StoreException(
            $"PostgreSQL at {server} refuses the login: {Cause(e.MessageText)} Correct user and password in CSHARPCHEF_STORE, PGPASSWORD or ~/.pgpass.",
            e),
        ['5', '3' or '7', ..] or ['0', '8', ..] when e.SqlState != PostgresErrorCodes.DiskFull =>
            new StoreUnreachableException(
            $"PostgreSQL at {server} accepts no connection: {Cause(e.MessageText)} Try again when it is ready.", e),
        _ => new StoreException(
            $"PostgreSQL at {server} refuses: {Cause(e.MessageText)} Correct --store or CSHARPCHEF_STORE, or what it names.",
            e),
    };

    private static string Cause(string message) => Reason.Of(Excerpt.Of(Reason.Of(message)));

    private static string Server(StoreOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(PostgresUrl.Parse(options.Url!));
        return $"{settings.Host ?? "this machine"}:{settings.Port}";
    }
}
