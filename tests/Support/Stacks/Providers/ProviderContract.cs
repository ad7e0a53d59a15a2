using CSharpChef.Stacks.Providers;

namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>What every provider that makes machines does; each has a class of tests that inherits these.</summary>
public abstract class ProviderContract
{
    private readonly string instance = Guid.CreateVersion7().ToString();

    internal abstract IMachineProvider Provider { get; }

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_is_launched_twice_makes_one_machine()
    {
        var order = Order();

        var machines = await Task.WhenAll(Provider.LaunchAsync(order, Cancel), Provider.LaunchAsync(order, Cancel));
        var again = await Provider.LaunchAsync(order, Cancel);

        Assert.Equal((machines[0].Id, machines[0].Address), (machines[1].Id, machines[1].Address));
        Assert.Equal(machines[0].Id, again.Id);
    }

    [Fact]
    public async Task A_launch_returns_before_the_machine_has_booted_and_later_polls_see_it_run()
    {
        var launched = await Provider.LaunchAsync(Order(), Cancel);
        var running = await UntilAsync(launched.Id, MachineState.Running);

        Assert.Equal(MachineState.Pending, launched.State);
        Assert.NotNull(running!.Address);
        Assert.NotNull(running.BootId);
        Assert.NotEmpty(running.HostKeys);
    }

    [Fact]
    public async Task A_launched_machine_is_found_by_its_token_only()
    {
        var machine = await Provider.LaunchAsync(Order(generation: 2), Cancel);

        Assert.Equal(machine.Id, (await Provider.FindAsync(Order(generation: 2).Token, Cancel))?.Id);
        Assert.Null(await Provider.FindAsync(Order(generation: 1).Token, Cancel));
    }

    [Fact]
    public async Task The_next_generation_of_an_instance_is_another_machine()
    {
        var first = await Provider.LaunchAsync(Order(generation: 1), Cancel);
        var second = await Provider.LaunchAsync(Order(generation: 2), Cancel);
        await Provider.TerminateAsync(first.Id, Cancel);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(
            second.Id, Assert.Single(await Provider.DescribeAllAsync([first.Id, second.Id], Cancel)).Id);
    }

    [Fact]
    public async Task A_machine_that_is_asked_to_stop_while_it_boots_ends_stopped()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);

        var stopped = await StopAsync(machine.Id);

        Assert.Equal((MachineState.Stopped, null), (stopped!.State, stopped.BootId));
    }

    [Fact]
    public async Task A_stopped_machine_starts_again_with_its_id_address_and_host_keys()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);
        await UntilAsync(machine.Id, MachineState.Running);
        await StopAsync(machine.Id);

        await Provider.StartAsync(machine.Id, Cancel);
        await Provider.StartAsync(machine.Id, Cancel);
        var restarted = await UntilAsync(machine.Id, MachineState.Running);

        Assert.Equal((machine.Address, machine.HostKeys[0]), (restarted!.Address, restarted.HostKeys[0]));
    }

    [Fact]
    public async Task A_launch_that_is_repeated_does_not_start_a_machine_that_was_stopped()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);
        await Provider.StopAsync(machine.Id, force: true, Cancel);
        await UntilAsync(machine.Id, MachineState.Stopped);

        var repeated = await Provider.LaunchAsync(Order(), Cancel);

        Assert.Equal((machine.Id, MachineState.Stopped), (repeated.Id, repeated.State));
    }

    [Fact]
    public async Task A_reboot_changes_the_boot_id()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);
        var before = (await UntilAsync(machine.Id, MachineState.Running))!.BootId;

        await Provider.RebootAsync(machine.Id, Cancel);
        await UntilAsync(async () => (await DescribeAsync(machine.Id))?.BootId is { } now && now != before);
        await UntilAsync(machine.Id, MachineState.Running);
    }

    [Fact]
    public async Task A_stopped_machine_is_not_rebooted()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);
        await Provider.StopAsync(machine.Id, force: true, Cancel);
        await UntilAsync(machine.Id, MachineState.Stopped);

        await Assert.ThrowsAsync<ProviderException>(() => Provider.RebootAsync(machine.Id, Cancel));
    }

    [Fact]
    public async Task A_terminated_machine_is_gone_and_may_be_terminated_again()
    {
        var machine = await Provider.LaunchAsync(Order(), Cancel);

        await Provider.TerminateAsync(machine.Id, Cancel);
        await Provider.TerminateAsync(machine.Id, Cancel);

        Assert.Null(await DescribeAsync(machine.Id));
        Assert.Null(await Provider.FindAsync(Order().Token, Cancel));
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_is_stopped_already_and_cannot_be_started_or_rebooted()
    {
        var id = Order().Token;

        await Provider.StopAsync(id, force: false, Cancel);
        await Provider.TerminateAsync(id, Cancel);

        await Assert.ThrowsAsync<ProviderException>(() => Provider.StartAsync(id, Cancel));
        await Assert.ThrowsAsync<ProviderException>(() => Provider.RebootAsync(id, Cancel));
        Assert.Null(await DescribeAsync(id));
        Assert.Null(await Provider.ConsoleAsync(id, Cancel));
    }

    internal MachineOrder Order(int generation = 1) => With(new(instance, generation, "web-1"));

    /// <summary>Completes an order with what the provider needs.</summary>
    internal virtual MachineOrder With(MachineOrder order) => order;

    /// <summary>Lets time pass until a condition is true.</summary>
    internal abstract Task UntilAsync(Func<Task<bool>> condition);

    internal Task<Machine?> DescribeAsync(string id) => Provider.DescribeAsync(id, Cancel);

    internal async Task<Machine?> UntilAsync(string id, MachineState state)
    {
        await UntilAsync(async () => (await DescribeAsync(id))?.State == state);
        return await DescribeAsync(id);
    }

    internal async Task<Machine?> StopAsync(string id)
    {
        await UntilAsync(async () =>
        {
            await Provider.StopAsync(id, force: false, Cancel);
            return (await DescribeAsync(id))?.State == MachineState.Stopped;
        });
        return await DescribeAsync(id);
    }
}
