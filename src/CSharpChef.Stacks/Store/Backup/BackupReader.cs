using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CSharpChef.Stacks.Store.Databases;
using Dapper;

namespace CSharpChef.Stacks.Store.Backup;

/// <summary>Restores a backup into an empty store: all of it, or nothing.</summary>
internal static class BackupReader
{
    /// <returns>The number of rows restored.</returns>
    public static async Task<long> ReadAsync(
        IDatabase database, string path, TimeProvider clock, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        try
        {
            var schema = Schema(await reader.ReadLineAsync(ct), path);
            await Migrations.ApplyAsync(database, schema, ct);
            var rows = await RowsAsync(database, reader, path, clock, ct);
            await Migrations.ApplyAsync(database, ct);
            return rows;
        }
        catch (Exception e)
            when (e is InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException
                or FormatException or OverflowException || (e is DbException fault && database.IsConstraint(fault)))
        {
            throw Broken(path, e);
        }
    }

    private static int Schema(string? line, string path)
    {
        using var header = JsonDocument.Parse(line ?? "");
        var schema = header.RootElement.TryGetProperty("backup", out var kind) && kind.GetString() == "csharpchef"
            ? int.Parse(header.RootElement.GetProperty("schema").GetString()!, CultureInfo.InvariantCulture)
            : throw Broken(path);
        return schema < 1 ? throw Broken(path)
            : schema <= Migrations.All.Count ? schema
            : throw new StoreException(
                $"{path} was written with schema {schema}, and this version supports schemas up to {Migrations.All.Count}: use a newer csharpchef.");
    }

    private static async Task<long> RowsAsync(
        IDatabase database, StreamReader reader, string path, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await database.WriteAsync(ct);
        await RefuseUnlessEmptyAsync(transaction);
        for (var rows = 0L; await reader.ReadLineAsync(ct) is { } line; rows++)
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("end", out var end))
            {
                await RestoreNote.WriteAsync(transaction, clock.GetUtcNow());
                return end.GetInt64() == rows ? await CommitAsync(transaction, rows, ct) : throw Broken(path);
            }

            await InsertAsync(transaction, document.RootElement);
        }

        throw Broken(path);
    }

    private static async Task<long> CommitAsync(IDatabaseTransaction transaction, long rows, CancellationToken ct)
    {
        await transaction.CommitAsync(ct);
        return rows;
    }

    private static async Task RefuseUnlessEmptyAsync(IDatabaseTransaction transaction)
    {
        if (await transaction.Connection.ExecuteScalarAsync<long>(
            "select count(*) from document", transaction: transaction.Transaction) > 0)
        {
            throw new StoreException(
                "The store is not empty. A backup is restored into a new one: name another with --data or --store.");
        }
    }

    private static Task InsertAsync(IDatabaseTransaction transaction, JsonElement line)
    {
        var table = line.GetProperty("table").GetString()!;
        var columns = BackupTables.Columns[table];
        var values = new DynamicParameters();
        foreach (var (column, value) in columns.Zip(line.GetProperty("row").EnumerateArray()))
        {
            values.Add(column, Value(value));
        }

        var names = string.Join(", ", columns);
        var keep = table == "meta" ? " on conflict (key) do nothing" : "";
        return transaction.Connection.ExecuteAsync(
            $"insert into {table} ({names}) values (@{string.Join(", @", columns)}){keep}", values, transaction.Transaction);
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt32(),
        _ => value.GetString(),
    };

    private static StoreException Broken(string path, Exception? inner = null) =>
        new($"{path} is not a complete backup: nothing was restored. Use another.", inner);
}
