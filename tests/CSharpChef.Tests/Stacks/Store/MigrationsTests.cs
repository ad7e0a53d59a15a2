using CSharpChef.Stacks.Store;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class MigrationsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("csharpchef-schema-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static TheoryData<int> Versions => [.. Enumerable.Range(0, Migrations.All.Count)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_older_schema_becomes_the_newest(int version)
    {
        await using var old = await SqliteDatabase.OpenAsync(Path.Combine(folder, "old.db"), Ct);
        await using var fresh = await SqliteDatabase.OpenAsync(Path.Combine(folder, "fresh.db"), Ct);
        await Migrations.ApplyAsync(old, Ct, version);

        await Migrations.ApplyAsync(old, Ct);
        await Migrations.ApplyAsync(fresh, Ct);

        Assert.Equal(await SchemaAsync(fresh), await SchemaAsync(old));
    }

    [Fact]
    public async Task A_newer_schema_is_left_alone()
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "new.db"), Ct);
        await Migrations.ApplyAsync(database, Ct);
        await using (var transaction = await database.WriteAsync(Ct))
        {
            await ExecuteAsync(transaction, "update meta set value = '999' where key = 'schema'");
            await transaction.CommitAsync(Ct);
        }

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Migrations.ApplyAsync(database, Ct));

        Assert.Contains("schema 999", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> SchemaAsync(IDatabase database)
    {
        await using var transaction = await database.ReadAsync(Ct);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText =
            "select group_concat(sql, char(10)) from (select sql from sqlite_master where sql is not null order by name)";
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task ExecuteAsync(IDatabaseTransaction transaction, string sql)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
