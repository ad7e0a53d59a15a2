using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class MigrationsTests : IAsyncLifetime
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-schema-");

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
    public async Task Migrations_of_every_earlier_schema_lead_to_the_schema_of_a_new_store(int version)
    {
        await using var old = await SqliteDatabase.OpenAsync(Path.Combine(folder, "old.db"), Ct);
        await using var newDatabase = await SqliteDatabase.OpenAsync(Path.Combine(folder, "fresh.db"), Ct);
        await Migrations.ApplyAsync(old, version, Ct);

        await Migrations.ApplyAsync(old, Ct);
        await Migrations.ApplyAsync(newDatabase, Ct);

        Assert.Equal(await SchemaAsync(newDatabase), await SchemaAsync(old));
    }

    [Fact]
    public async Task A_store_with_a_newer_schema_is_refused_and_not_changed()
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

    [Fact]
    public async Task Answers_are_moved_from_the_table_of_secrets_to_their_own()
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "answers.db"), Ct);
        await Migrations.ApplyAsync(database, 1, Ct);
        await using (var transaction = await database.WriteAsync(Ct))
        {
            await ExecuteAsync(transaction, "insert into secret values ('s', 'app', 'a', 'k', 'sealed')");
            await ExecuteAsync(transaction, "insert into secret values ('i', 'answer', '2026', 'k', 'sealed answer')");
            await transaction.CommitAsync(Ct);
        }

        await Migrations.ApplyAsync(database, Ct);

        Assert.Equal("i 2026 k sealed answer", await TextAsync(
            database, "select id || ' ' || at || ' ' || key || ' ' || sealed from answer"));
        Assert.Equal("s", await TextAsync(database, "select group_concat(id) from secret"));
    }

    [Fact]
    public async Task Instances_of_an_earlier_schema_are_listed_under_their_state()
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "states.db"), Ct);
        await Migrations.ApplyAsync(database, 2, Ct);
        await using (var transaction = await database.WriteAsync(Ct))
        {
            await ExecuteAsync(
                transaction,
                """insert into document values ('instance', 'i', 1, '', '{"StackId":"s","Status":"running_setup"}')""");
            await ExecuteAsync(transaction, """insert into document values ('stack', 's', 1, '', '{}')""");
            await transaction.CommitAsync(Ct);
        }

        await Migrations.ApplyAsync(database, Ct);

        Assert.Equal("instance s/running_setup i", await TextAsync(
            database, "select group_concat(kind || ' ' || owner || ' ' || id) from listing"));
    }

    private static Task<string> SchemaAsync(IDatabase database) => TextAsync(
        database,
        "select group_concat(sql, char(10)) from (select sql from sqlite_master where sql is not null order by name)");

    private static async Task<string> TextAsync(IDatabase database, string query)
    {
        await using var transaction = await database.ReadAsync(Ct);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = query;
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
