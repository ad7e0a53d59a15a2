using System.IO.Compression;
using System.Text.Json;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;
using Dapper;

namespace CSharpChef.Stacks.Store.Backup;

/// <summary>
/// Writes one state of the whole store as compressed lines of JSON. Secrets stay sealed: the master keys are not part
/// of it.
/// </summary>
internal static class BackupWriter
{
    /// <summary>The file that becomes the backup when it is complete. One that is left over is replaced.</summary>
    public static string NewFile(string path) => path + ".new";

    /// <returns>The number of rows written.</returns>
    public static async Task<long> WriteAsync(IDatabase database, string path, TimeProvider clock, CancellationToken ct)
    {
        var newFile = NewFile(path);
        File.Delete(newFile);
        try
        {
            long rows;
            await using (var file = OwnerFile.Create(newFile))
            {
                rows = await WriteAsync(database, file, clock, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(newFile, path, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(newFile);
        }
    }

    private static async Task<long> WriteAsync(
        IDatabase database, Stream file, TimeProvider clock, CancellationToken ct)
    {
        await using var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        await using var writer = new StreamWriter(zip);
        await using var transaction = await database.ReadAsync(ct);
        const string Schema = "select value from meta where key = 'schema'";
        var schema =
            await transaction.Connection.ExecuteScalarAsync<string>(Schema, transaction: transaction.Transaction);
        await LineAsync(writer, new { backup = "csharpchef", schema, at = TimeConverter.StoreText(clock.GetUtcNow()) });
        var rows = 0L;
        foreach (var table in BackupTables.Columns.Keys)
        {
            rows += await TableAsync(transaction, table, writer, ct);
        }

        await LineAsync(writer, new { end = rows });
        return rows;
    }

    private static async Task<long> TableAsync(
        IDatabaseTransaction transaction, string table, StreamWriter writer, CancellationToken ct)
    {
        var columns = BackupTables.Columns[table];
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = BackupTables.Query(table);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new object[columns.Length];
        var rows = 0L;
        for (; await reader.ReadAsync(ct); rows++)
        {
            reader.GetValues(values);
            await LineAsync(writer, new { table, row = values.Select(value => value is DBNull ? null : value) });
        }

        return rows;
    }

    private static Task LineAsync(StreamWriter writer, object line) =>
        writer.WriteLineAsync(JsonSerializer.Serialize(line));
}
