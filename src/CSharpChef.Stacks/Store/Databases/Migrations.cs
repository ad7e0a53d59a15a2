using System.Globalization;
using Dapper;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>
/// Brings the tables to the schema of this version: forward only, one transaction for each migration.
/// </summary>
internal static class Migrations
{
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order()];

    /// <summary>Refuses a store of another schema than this version's, and changes nothing.</summary>
    public static async Task RequireCurrentAsync(IDatabase database, CancellationToken ct)
    {
        var version = await database.IsEmptyAsync(ct) ? 0 : await ReadAsync(database, ct);
        if (version < All.Count)
        {
            throw new StoreException(version == 0
                ? "The database has no store: name that of the server with --data or --store."
                : $"The store has schema {version}, and this version works with schema {All.Count}: use the csharpchef of the server that runs, or start a server of this version first.");
        }

        RefuseNewer(version);
    }

    public static Task ApplyAsync(IDatabase database, CancellationToken ct) => ApplyAsync(database, All.Count, ct);

    /// <param name="last">The number of the last migration to apply.</param>
    public static async Task ApplyAsync(IDatabase database, int last, CancellationToken ct)
    {
        await using var schema = await database.LockSchemaAsync(ct);
        var from = await VersionAsync(database, ct);
        RefuseNewer(from);
        if (from > 0 && from < last)
        {
            await database.CopyAsync($"schema-{from}", ct);
        }

        for (var version = from + 1; version <= last; version++)
        {
            await ApplyOneAsync(database, version, ct);
        }
    }

    private static void RefuseNewer(int version)
    {
        if (version > All.Count)
        {
            throw new StoreException(
                $"The store has schema {version}, and this version supports schemas up to {All.Count}: use a newer csharpchef.");
        }
    }

    private static async Task<int> ReadAsync(IDatabase database, CancellationToken ct)
    {
        await using var transaction = await database.ReadAsync(ct);
        return Parse(await transaction.Connection.ExecuteScalarAsync<string?>(
            "select value from meta where key = 'schema'", transaction: transaction.Transaction));
    }

    private static int Parse(string? version) =>
        version is null ? 0 : int.Parse(version, CultureInfo.InvariantCulture);

    private static async Task<int> VersionAsync(IDatabase database, CancellationToken ct)
    {
        await using var transaction = await database.WriteAsync(ct);
        var (connection, within) = (transaction.Connection, transaction.Transaction);
        await connection.ExecuteAsync(
            "create table if not exists meta (key text not null primary key, value text not null)",
            transaction: within);
        var version = await connection.ExecuteScalarAsync<string?>(
            "select value from meta where key = 'schema'", transaction: within);
        await transaction.CommitAsync(ct);
        return Parse(version);
    }

    private static async Task ApplyOneAsync(IDatabase database, int version, CancellationToken ct)
    {
        await using var transaction = await database.WriteAsync(ct);
        var sql = Text(All[version - 1]).Replace("{identity}", database.Identity, StringComparison.Ordinal)
            .Replace("{body}", database.Body, StringComparison.Ordinal);
        await transaction.Connection.ExecuteAsync(sql, transaction: transaction.Transaction);
        await transaction.Connection.ExecuteAsync(
            "insert into meta (key, value) values ('schema', @version) on conflict (key) do update set value = excluded.value",
            new { version = version.ToString(CultureInfo.InvariantCulture) },
            transaction.Transaction);
        await transaction.CommitAsync(ct);
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
