using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>Migrations of a store on PostgreSQL.</summary>
public sealed class PostgresMigrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migration_moves_answers_from_the_table_of_secrets_to_their_own()
    {
        var server = await SharedPostgres.GetAsync();
        await using var database = PostgresDatabase.Open(await server.CreateSchemaAsync($"m{Guid.NewGuid():N}"));
        await Migrations.ApplyAsync(database, 1, Ct);
        await using (var transaction = await database.WriteAsync(Ct))
        {
            await RunAsync(transaction, "insert into secret values ('s', 'app', 'a', 'k', 'sealed')");
            await RunAsync(transaction, "insert into secret values ('i', 'answer', '2026', 'k', 'sealed answer')");
            await transaction.CommitAsync(Ct);
        }

        await Migrations.ApplyAsync(database, Ct);

        await using var after = await database.ReadAsync(Ct);
        Assert.Equal(
            "i 2026 k sealed answer",
            await RunAsync(after, "select id || ' ' || at || ' ' || key || ' ' || sealed from answer"));
        Assert.Equal("s", await RunAsync(after, "select string_agg(id, ',') from secret"));
    }

    private static async Task<object?> RunAsync(IDatabaseTransaction transaction, string sql)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }
}
