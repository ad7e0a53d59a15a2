using CSharpChef.Stacks.Store.Databases;
using Npgsql;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class PostgresMessageTests
{
    [Theory]
    [InlineData("the database system is not yet accepting connections", "the database system is not yet accepting connections")]
    [InlineData("one\r\n  two.\n", "one two")]
    public async Task An_error_of_PostgreSQL_is_explained_by_its_message_on_one_line_without_its_code_and_details(
        string message, string explained)
    {
        await using var database = PostgresDatabase.Open("postgres://chef@127.0.0.1/chef");
        var error = new PostgresException(message, "FATAL", "FATAL", "57P03", "Consistent recovery state is not reached.");

        Assert.Equal(explained, database.Explain(error));
    }

    [Fact]
    public async Task An_error_of_the_connection_is_explained_on_one_line()
    {
        await using var database = PostgresDatabase.Open("postgres://chef@127.0.0.1/chef");

        Assert.Equal("Failed to connect to a", database.Explain(new NpgsqlException("Failed to connect\nto a.")));
    }
}
