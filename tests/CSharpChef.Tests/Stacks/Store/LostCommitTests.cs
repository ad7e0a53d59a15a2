using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Store;

/// <summary>The refusal of a change when the connection to the database breaks during the commit.</summary>
public sealed class LostCommitTests : ServerTests
{
    [Fact]
    public async Task A_refusal_after_a_lost_commit_says_that_the_change_may_have_been_made()
    {
        var store = new DocumentStore(
            new LostCommit(Server.Plane.Store.Database), Server.Plane.Store.Secrets, Server.Clock);

        var plane = new ControlPlane(store, Server.Plane.Server, Server.Clock);
        var body = "{\"IamUserArn\":\"arn:aws:iam::1:user/alice\"}"u8.ToArray();

        var refusal = await Assert.ThrowsAsync<OperationException>(
            () => plane.CallAsync("OpsWorks_20130218.CreateUserProfile", body, Server.Admin, Ct));

        Assert.Equal("ServiceUnavailableException", refusal.Code);
        Assert.Contains(
            "the connection broke. It may have been made or not: look before you try again.",
            refusal.Message,
            StringComparison.Ordinal);
    }
}
