using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

/// <summary>What is said of a change whose end nobody heard.</summary>
public sealed class LostCommitTests : ServerTests
{
    [Fact]
    public async Task It_is_not_said_that_nothing_was_changed()
    {
        var store = new DocumentStore(
            new LostCommit(Server.Plane.Store.Database), Server.Plane.Store.Secrets, Server.Clock);

        var refusal = await Assert.ThrowsAsync<OperationException>(
            () => store.WriteAsync(session => session.ExecuteAsync("update meta set value = value", new { }), Ct));

        Assert.Equal("ServiceUnavailableException", refusal.Code);
        Assert.Contains(
            "the connection broke. It may have been made or not: look before you try again.",
            refusal.Message,
            StringComparison.Ordinal);
    }
}
