using CSharpChef.Converge.Accounts;
using CSharpChef.Stacks.Users;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>The accounts of users on the machines of a stack, by their permissions.</summary>
public sealed class UserLoginTests : IAsyncLifetime
{
    private const string Key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBhbtqmJcGSTvPqcDMCOcJZSBHzRDJNwYM2VZuKHFSdW ann@example";

    private FleetPlane plane = null!;
    private string stack = "";
    private string ann = "";
    private string machine = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
        ann = (await plane.Server.CreateUserAsync("ann")).UserArn;
        machine = await plane.Server.RegisterAsync(stack, "old1");
        await plane.WaitForAsync(machine, "registered");
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Fact]
    public async Task A_user_with_the_right_has_an_account_with_the_key_and_a_uid_of_their_own()
    {
        var bob = (await plane.Server.CreateUserAsync("bob")).UserArn;
        await plane.Server.CallAsync("UpdateUserProfile", new { IamUserArn = ann, SshPublicKey = Key });

        await PermitAsync(bob, new { AllowSsh = true });
        await PermitAsync(ann, new { AllowSsh = true, AllowSudo = true });

        Assert.Equal(
            [new("bob", 2000, HasSudo: false, Key: null), new("ann", 2001, HasSudo: true, Key)], await AccountsAsync());
    }

    [Fact]
    public async Task The_level_deny_takes_the_account_away()
    {
        await PermitAsync(ann, new { AllowSsh = true });

        await PermitAsync(ann, new { Level = "deny" });

        Assert.Empty(await AccountsAsync());
    }

    [Fact]
    public async Task A_user_who_gets_the_right_again_has_the_same_uid()
    {
        await PermitAsync(ann, new { AllowSsh = true });
        var first = await AccountsAsync();
        await PermitAsync(ann, new { AllowSsh = false });
        await PermitAsync((await plane.Server.CreateUserAsync("bob")).UserArn, new { AllowSsh = true });

        await PermitAsync(ann, new { AllowSsh = true });

        Assert.Equal(first.Single(), (await AccountsAsync())[0]);
    }

    [Fact]
    public async Task A_change_of_permission_key_or_user_reaches_the_machines_by_itself()
    {
        await ChangeAsync(() => PermitAsync(ann, new { AllowSsh = true }));
        await ChangeAsync(() => plane.Server.CallAsync("UpdateUserProfile", new { IamUserArn = ann, SshPublicKey = Key }));
        await ChangeAsync(() => PermitAsync(ann, new { AllowSudo = true }));
        await ChangeAsync(() => plane.Server.CallAsync("DeleteUserProfile", new { IamUserArn = ann }));
    }

    [Fact, WholeSuite]
    public async Task Machines_are_asked_to_remove_what_they_locked_when_its_time_is_over()
    {
        await plane.Server.CallAsync("SetRetention", new { LoginDays = 1 });
        await ChangeAsync(() => PermitAsync(ann, new { AllowSsh = true }));
        await ChangeAsync(() => PermitAsync(ann, new { AllowSsh = false }));
        var (before, looks) = (plane.Accounts.Synced.Count, 0);

        plane.Server.Clock.Advance(TimeSpan.FromHours(23));
        await plane.PassUntilAsync(() => Task.FromResult(++looks > 20), "some seconds have passed");
        Assert.Equal(before, plane.Accounts.Synced.Count);

        plane.Server.Clock.Advance(TimeSpan.FromHours(25));
        await plane.PassUntilAsync(() => Task.FromResult(plane.Accounts.Synced.Count > before), "the machine looks again");
    }

    [Fact]
    public async Task A_user_who_is_skipped_again_and_again_has_one_service_error()
    {
        plane.Accounts.Skipped = ["ann: its uid 2000 belongs to games"];

        await ChangeAsync(() => PermitAsync(ann, new { AllowSsh = true }));
        await ChangeAsync(() => PermitAsync(ann, new { AllowSudo = true }));

        await plane.PassUntilAsync(async () => await ErrorsAsync() is ["ann: its uid 2000 belongs to games"], "the error is stored");
    }

    [Fact]
    public async Task A_caller_reads_the_account_and_the_host_keys_for_a_login_of_their_own()
    {
        var connection = await plane.Server.CallAsync("DescribeInstanceConnection", new { InstanceId = machine });

        Assert.Equal("ssh-ed25519 AAAA root@old1", connection["HostKeys"]![0]!.GetValue<string>());
        Assert.False(connection["AllowSsh"]!.GetValue<bool>());
    }

    private Task PermitAsync(string user, object members) => plane.Server.CallAsync(
        "SetPermission",
        new Dictionary<string, object?>(members.GetType().GetProperties().ToDictionary(
            property => property.Name, property => property.GetValue(members)))
        {
            ["StackId"] = stack,
            ["IamUserArn"] = user,
        });

    private Task<IReadOnlyList<LoginAccount>> AccountsAsync() =>
        plane.Server.Plane.Store.ReadAsync(session => StackLogins.OfAsync(session, stack), default);

    private async Task ChangeAsync(Func<Task> change)
    {
        var before = plane.Accounts.Synced.Count;
        await change();
        await plane.PassUntilAsync(() => Task.FromResult(plane.Accounts.Synced.Count > before), "the machine is changed");
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync() =>
    [
        .. (await plane.Server.CallAsync("DescribeServiceErrors", new { InstanceId = machine }))["ServiceErrors"]!.AsArray()
            .Select(error => error!["Message"]!.GetValue<string>()),
    ];
}
