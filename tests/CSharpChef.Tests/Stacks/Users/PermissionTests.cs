using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Tests.Stacks.Users;

public sealed class PermissionTests : ServerTests
{
    [Fact]
    public async Task A_stack_without_a_permission_is_not_found_and_one_with_show_cannot_be_changed()
    {
        var stack = await Server.CreateStackAsync();
        var user = await Server.CreateUserAsync("alice");

        Assert.Empty((await Server.CallAsync("DescribeStacks", caller: user))["Stacks"]!.AsArray());
        Assert.Equal(
            "ResourceNotFoundException",
            (await Server.RequireRefusalAsync("DescribeStackSummary", new { StackId = stack }, user)).Code);
        await PermitAsync(stack, user, "show");
        Assert.Single((await Server.CallAsync("DescribeStacks", caller: user))["Stacks"]!.AsArray());
        Assert.Equal(
            "AccessDeniedException",
            (await Server.RequireRefusalAsync("UpdateStack", new { StackId = stack, Name = "x" }, user)).Code);
    }

    [Fact]
    public async Task The_level_deny_overrides_the_role_admin_until_another_administrator_changes_it()
    {
        var stack = await Server.CreateStackAsync();
        var second = await Server.CreateUserAsync("bob", UserRole.Admin);
        await PermitAsync(stack, second, "deny");

        Assert.Equal(
            "ResourceNotFoundException",
            (await Server.RequireRefusalAsync("DescribeStackSummary", new { StackId = stack }, second)).Code);
        await PermitAsync(stack, second, "iam_only");
        await Server.CallAsync("DescribeStackSummary", new { StackId = stack }, second);
    }

    [Fact]
    public async Task A_user_cannot_change_their_own_level()
    {
        var stack = await Server.CreateStackAsync();
        var user = await Server.CreateUserAsync("alice");
        await PermitAsync(stack, user, "manage");

        var refusal = await Server.RequireRefusalAsync(
            "SetPermission", new { StackId = stack, IamUserArn = user.UserArn, Level = "show" }, user);

        Assert.Contains("Level cannot be changed in the caller's own permission.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creator_manages_their_own_stacks_and_no_others()
    {
        var otherStack = await Server.CreateStackAsync();
        var user = await Server.CreateUserAsync("carol", UserRole.Creator);
        var request = new { Name = "mine", Region = "local", ServiceRoleArn = "x", DefaultInstanceProfileArn = "x" };

        var ownStack = (await Server.CallAsync("CreateStack", request, user))["StackId"]!.GetValue<string>();

        await Server.CallAsync("UpdateStack", new { StackId = ownStack, Name = "still mine" }, user);
        Assert.Equal(
            "ResourceNotFoundException",
            (await Server.RequireRefusalAsync(
                "CloneStack", new { SourceStackId = otherStack, ServiceRoleArn = "x" }, user)).Code);
        Assert.Equal(
            "AccessDeniedException",
            (await Server.RequireRefusalAsync("CreateStack", request, await Server.CreateUserAsync("dave"))).Code);
    }

    [Fact]
    public async Task Permissions_are_listed_by_user_and_by_stack()
    {
        var stack = await Server.CreateStackAsync();
        var user = await Server.CreateUserAsync("alice");
        await PermitAsync(stack, user, "deploy");

        foreach (var filter in new object[] { new
        {
            StackId = stack
        }, new { IamUserArn = user.UserArn }, new { StackId = stack, IamUserArn = user.UserArn }, new { } })
        {
            var permission =
                Assert.Single((await Server.CallAsync("DescribePermissions", filter))["Permissions"]!.AsArray())!;
            Assert.Equal("deploy", permission["Level"]!.GetValue<string>());
            Assert.False(permission["AllowSsh"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task Only_an_administrator_can_set_the_level_deny_for_an_administrator()
    {
        var stack = await Server.CreateStackAsync();
        var manager = await Server.CreateUserAsync("alice");
        await PermitAsync(stack, manager, "manage");
        var request = new { StackId = stack, IamUserArn = Server.Admin.UserArn, Level = "deny" };

        var refusal = await Server.RequireRefusalAsync("SetPermission", request, manager);

        Assert.Equal("AccessDeniedException", refusal.Code);
        Assert.Contains("only another administrator may", refusal.Message, StringComparison.Ordinal);
        Assert.Single((await Server.CallAsync("DescribeStacks"))["Stacks"]!.AsArray());
        await Server.CallAsync("SetPermission", request, await Server.CreateUserAsync("bob", UserRole.Admin));
        Assert.Empty((await Server.CallAsync("DescribeStacks"))["Stacks"]!.AsArray());
    }

    [Fact]
    public async Task Only_an_administrator_can_remove_the_level_deny_of_an_administrator()
    {
        var stack = await Server.CreateStackAsync();
        var (manager, denied) =
            (await Server.CreateUserAsync("alice"), await Server.CreateUserAsync("bob", UserRole.Admin));
        await PermitAsync(stack, manager, "manage");
        await PermitAsync(stack, denied, "deny");
        var request = new { StackId = stack, IamUserArn = denied.UserArn, Level = "show" };

        var refusal = await Server.RequireRefusalAsync("SetPermission", request, manager);

        Assert.Equal("AccessDeniedException", refusal.Code);
        Assert.Empty((await Server.CallAsync("DescribeStacks", caller: denied))["Stacks"]!.AsArray());
        await Server.CallAsync("SetPermission", request);
        Assert.Single((await Server.CallAsync("DescribeStacks", caller: denied))["Stacks"]!.AsArray());
    }

    [Fact]
    public async Task A_member_who_becomes_an_administrator_loses_the_level_deny_that_a_manager_set()
    {
        var stack = await Server.CreateStackAsync();
        var (manager, member) = (await Server.CreateUserAsync("alice"), await Server.CreateUserAsync("bob"));
        await PermitAsync(stack, manager, "manage");
        await Server.CallAsync(
            "SetPermission", new { StackId = stack, IamUserArn = member.UserArn, Level = "deny", AllowSsh = true }, manager);

        await Server.CallAsync("SetUserRole", new { IamUserArn = member.UserArn, Role = "admin" });

        var permission = (await Server.CallAsync(
            "DescribePermissions", new { StackId = stack, IamUserArn = member.UserArn }))["Permissions"]![0]!;
        Assert.Equal(
            ("iam_only", true), (permission["Level"]!.GetValue<string>(), permission["AllowSsh"]!.GetValue<bool>()));
    }

    private Task PermitAsync(string stack, Caller user, string level) =>
        Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = user.UserArn, Level = level });
}
