namespace CSharpChef.Tests.Stacks.Store;

/// <summary>Documents are found by their ids.</summary>
public sealed class DocumentsTests : ServerTests
{
    [Fact]
    public async Task A_call_may_name_10000_instances_and_not_one_more()
    {
        var ids = Enumerable.Range(0, 10_000).Select(n => $"{n}").ToList();

        var refusal = await Server.RequireRefusalAsync("DescribeInstances", new { InstanceIds = ids });

        Assert.Equal("Unable to find instance with ID 0", refusal.Message);
        await RequireRefusalAsync(
            "InstanceIds has 10001 entries; 10000 are allowed", "DescribeInstances", new { InstanceIds = ids.Append("x") });
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
