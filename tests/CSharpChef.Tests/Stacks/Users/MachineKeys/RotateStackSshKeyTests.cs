using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Users.MachineKeys;

/// <summary>A new SSH key of a stack, and how its machines get it.</summary>
public sealed class RotateStackSshKeyTests : IAsyncLifetime
{
    private FleetPlane plane = null!;
    private string stack = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Fact]
    public async Task A_stack_without_machines_has_another_key_at_once()
    {
        var before = await OpenAsync();

        await RotateAsync();

        Assert.NotEqual(before.Current, (await OpenAsync()).Current);
        Assert.Empty((await OpenAsync()).Former);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task The_server_tries_the_former_key_until_each_machine_has_the_new_one()
    {
        await RegisterAsync("old1");
        plane.Accounts.Problem = new LoginResult.NotYet("the connection was refused");
        var before = await OpenAsync();

        await RotateAsync();

        await UntilAsync("old1: the connection was refused");
        Assert.Equal([before.Current], (await OpenAsync()).Former);
        plane.Accounts.Problem = null;
        await UntilAsync();
        Assert.Equal(["old1"], plane.Accounts.Rotated);
        Assert.Empty((await OpenAsync()).Former);
    }

    [Fact]
    public async Task A_stopped_instance_gets_the_key_when_it_is_online_again()
    {
        var id = await plane.Server.CreateInstanceAsync(stack, await plane.Server.CreateLayerAsync(stack), "web1");
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");
        await plane.Server.CallAsync("StopInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "stopped");

        await RotateAsync();
        Assert.Equal(["web1: "], await WaitingAsync());
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });

        await UntilAsync();
        Assert.Equal(["web1"], plane.Accounts.Rotated);
    }

    [Fact]
    public async Task A_stack_does_not_wait_for_a_machine_that_is_removed()
    {
        var id = await RegisterAsync("old1");
        plane.Accounts.Problem = new LoginResult.NotYet("the connection was refused");
        await RotateAsync();
        plane.Accounts.Problem = null;

        await plane.Server.CallAsync("DeregisterInstance", new { InstanceId = id });

        await UntilAsync();
        Assert.Empty((await OpenAsync()).Former);
    }

    [Fact]
    public async Task A_fifth_former_key_is_refused_with_the_names_of_the_machines_that_wait()
    {
        await RegisterAsync("old1");
        plane.Accounts.Problem = new LoginResult.NotYet("the connection was refused");
        for (var made = 0; made < StackKeyRotation.MostFormerKeys; made++)
        {
            await RotateAsync();
        }

        var refusal = await plane.Server.RequireRefusalAsync("RotateStackSshKey", new { StackId = stack });

        Assert.Contains("may still accept: old1.", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<string> RegisterAsync(string hostname)
    {
        var id = await plane.Server.RegisterAsync(stack, hostname);
        await plane.WaitForAsync(id, "registered");
        return id;
    }

    private Task RotateAsync() => plane.Server.CallAsync("RotateStackSshKey", new { StackId = stack });

    private async Task<OpenedStackKeys> OpenAsync() =>
        (await StackKeys.OpenAsync(plane.Server.Plane.Store, stack, default))!;

    private async Task<IReadOnlyList<string>> WaitingAsync() =>
    [
        .. (await plane.Server.CallAsync("DescribeStackSshKey", new { StackId = stack }))["Waiting"]!.AsArray()
            .Select(machine => $"{machine!["Hostname"]}: {machine["Problem"]}"),
    ];

    private Task UntilAsync(params string[] waiting) => plane.PassUntilAsync(
        async () => waiting.SequenceEqual(await WaitingAsync()), $"waiting is [{string.Join(", ", waiting)}]");
}
