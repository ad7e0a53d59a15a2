namespace CSharpChef.Tests.Stacks.Store;

/// <summary>Documents are found by their ids.</summary>
public sealed class DocumentsTests : ServerTests
{
    [Fact]
    public async Task A_list_of_ids_may_be_as_long_as_a_request()
    {
        var id = await Server.CreateStackAsync();

        var refusal = await Server.RequireRefusalAsync(
            "DescribeStacks", new { StackIds = Enumerable.Range(0, 100_000).Select(n => $"{n}").Prepend(id) });

        Assert.Equal("Unable to find stack with ID 0", refusal.Message);
    }

    [Theory]
    [InlineData("'); drop table document; --")]
    [InlineData("\"],[\"")]
    [InlineData("Zürich \U0001F980 \\u0000")]
    public async Task An_id_is_never_read_as_SQL_or_JSON(string id)
    {
        var refusal = await Server.RequireRefusalAsync("DescribeStacks", new { StackIds = new[] { id } });

        Assert.Equal($"Unable to find stack with ID {id}", refusal.Message);
    }
}
