using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks;

/// <summary>An operator with the store, and without any administrator's key, becomes an administrator again.</summary>
public sealed class RescueTests : ServerTests
{
    [Fact]
    public async Task A_rescued_user_is_an_administrator_with_a_new_key_and_stands_in_the_activity_log()
    {
        var alice = await Server.CreateUserAsync("alice");

        var rescued = await Rescue.RunAsync(Server.Plane.Store, alice.UserArn, Ct);

        var holder = (await Server.Plane.FindAccessKeyAsync(rescued.AccessKeyId, Ct))!;
        Assert.Equal(
            (alice.UserArn, UserRole.Admin, rescued.Secret, null),
            (holder.UserArn, holder.Role, holder.Secret, holder.Refusal));
        await Server.CallAsync("CreateStack", Request, TestPlane.CallerOf(alice.UserArn, rescued.AccessKeyId, UserRole.Admin));
        var entry = (await Server.CallAsync("DescribeActivity", new { Subject = alice.UserArn }))["Activity"]![0]!;
        Assert.Equal(
            ("Rescue", "system:rescue"),
            (entry["Operation"]!.GetValue<string>(), entry["IamUserArn"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_rescued_user_who_was_denied_a_stack_may_use_it()
    {
        var stack = await Server.CreateStackAsync();
        var bob = await Server.CreateUserAsync("bob", UserRole.Admin);
        await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = bob.UserArn, Level = "deny" });

        await Rescue.RunAsync(Server.Plane.Store, bob.UserArn, Ct);

        await Server.CallAsync("DescribeStackSummary", new { StackId = stack }, bob);
    }

    [Fact]
    public async Task The_oldest_key_of_a_rescued_user_gives_way_to_the_new_one()
    {
        var oldest = Server.Admin.Credential;
        Server.Clock.Advance(TimeSpan.FromDays(1));
        var second = (await Server.CallAsync("CreateAccessKey"))["AccessKeyId"]!.GetValue<string>();

        var rescued = await Rescue.RunAsync(Server.Plane.Store, Server.Admin.UserArn, Ct);

        Assert.Equal([oldest], rescued.RemovedKeys);
        Assert.Null(await Server.Plane.FindAccessKeyAsync(oldest, Ct));
        Assert.NotNull(await Server.Plane.FindAccessKeyAsync(second, Ct));
    }

    [Fact]
    public async Task A_user_that_does_not_exist_is_not_rescued_and_the_users_are_named()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(
            () => Rescue.RunAsync(Server.Plane.Store, "arn:aws:iam::1:user/nobody", Ct));

        Assert.Contains($"The users of this store are: {Server.Admin.UserArn}.", refusal.Message, StringComparison.Ordinal);
    }

    private static object Request => new
    {
        Name = "mine",
        Region = "local",
        ServiceRoleArn = "arn:aws:iam::1:role/service",
        DefaultInstanceProfileArn = "arn:aws:iam::1:instance-profile/machine",
    };
}
