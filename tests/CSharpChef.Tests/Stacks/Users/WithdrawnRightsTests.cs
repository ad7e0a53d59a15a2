using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Tests.Stacks.Users;

/// <summary>A change that waited is made with the rights that its caller has when it is made.</summary>
public sealed class WithdrawnRightsTests : ServerTests
{
    [Fact]
    public async Task A_change_of_an_administrator_who_was_demoted_after_the_authentication_is_denied()
    {
        var alice = await Server.CreateUserAsync("alice", UserRole.Admin);
        await Server.CallAsync("SetUserRole", new { IamUserArn = alice.UserArn, Role = "member" });

        var refusal = await Server.RequireRefusalAsync(
            "CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/mallory" }, alice);

        Assert.Equal("AccessDeniedException", refusal.Code);
    }

    [Theory]
    [InlineData(true, "The access key is disabled.")]
    [InlineData(false, "It was deleted.")]
    public async Task A_change_with_a_key_that_was_withdrawn_after_the_authentication_is_refused(
        bool disabled, string why)
    {
        var key = (await Server.CallAsync("CreateAccessKey"))["AccessKeyId"]!.GetValue<string>();
        await (disabled
            ? Server.CallAsync("UpdateAccessKey", new { AccessKeyId = key, Disabled = true })
            : Server.CallAsync("DeleteAccessKey", new { AccessKeyId = key }));

        var refusal = await Server.RequireRefusalAsync(
            "CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/x" }, Server.Admin with { Credential = key });

        Assert.Equal("UnrecognizedClientException", refusal.Code);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_with_the_credential_of_another_user_is_refused()
    {
        var alice = await Server.CreateUserAsync("alice");

        var refusal = await Server.RequireRefusalAsync(
            "UpdateMyUserProfile", new { }, Server.Admin with { Credential = alice.Credential });

        Assert.Equal("UnrecognizedClientException", refusal.Code);
    }

    [Fact]
    public async Task Of_two_administrators_who_demote_each_other_one_stays()
    {
        for (var n = 0; n < 3; n++)
        {
            var (left, right) = (
                await Server.CreateUserAsync($"left{n}", UserRole.Admin),
                await Server.CreateUserAsync($"right{n}", UserRole.Admin));

            await Task.WhenAll(DemoteAsync(left, right), DemoteAsync(right, left));

            var roles = await Server.Plane.Store.ReadAsync(
                session => session.FindAsync<UserProfile>([left.UserArn, right.UserArn]), Ct);
            Assert.Equal([UserRole.Member, UserRole.Admin], roles.Select(user => user.Role).Order());
        }
    }

    [Fact]
    public async Task The_withdrawal_of_a_right_waits_for_the_running_change_of_its_user()
    {
        var (started, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var change = Server.Plane.Store.WriteAsync(
            async session =>
            {
                await CurrentCaller.ReadAsync(session, Server.Admin);
                started.SetResult();
                await end.Task;
                return await session.ExecuteAsync("insert into meta (key, value) values ('changed', 'yes')", new { });
            },
            Ct);
        await started.Task;

        var withdrawal = Server.Plane.Store.WriteAsync(
            async session =>
            {
                await CredentialLock.TakeAsync(session, Server.Admin.UserArn);
                return await session.ScalarAsync<string?>("select value from meta where key = 'changed'", new { });
            },
            Ct);
        end.SetResult();

        Assert.Equal("yes", await withdrawal);
        await change;
    }

    private Task DemoteAsync(Caller administrator, Caller other) => Task.Run(
        async () =>
        {
            try
            {
                await Server.CallAsync(
                    "SetUserRole", new { IamUserArn = other.UserArn, Role = "member" }, administrator);
            }
            catch (OperationException e) when (e.Code == "AccessDeniedException")
            {
                // The other administrator was faster.
            }
        },
        Ct);
}
