using CSharpChef.Stacks.Providers;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class MemoryProviderTests : ProviderContract
{
    private readonly FakeClock clock = new();
    private readonly MemoryProvider provider;

    public MemoryProviderTests() => provider = new(clock);

    internal override IMachineProvider Provider => provider;

    [Fact]
    public async Task A_machine_is_found_although_the_answer_to_its_launch_was_lost()
    {
        provider.Faults.LoseAnswer(ProviderCall.Launch);

        await Assert.ThrowsAsync<IOException>(() => provider.LaunchAsync(Order(), Cancel));

        Assert.Equal(MachineState.Pending, (await provider.FindAsync(Order().Token, Cancel))!.State);
    }

    [Fact]
    public async Task A_launch_that_is_refused_makes_no_machine()
    {
        provider.Refusal = "All hosts are full.";

        var error = await Assert.ThrowsAsync<ProviderException>(() => provider.LaunchAsync(Order(), Cancel));

        Assert.Equal("All hosts are full.", error.Message);
        Assert.Equal(error.Message, await provider.ValidateAsync(Order(), Cancel));
        Assert.Empty(provider.Orders);
    }

    [Fact]
    public async Task A_held_call_waits_until_it_is_released_and_the_next_one_does_not()
    {
        var held = provider.Faults.Hold(ProviderCall.Launch);

        var launch = provider.LaunchAsync(Order(), Cancel);
        await held.Begun;
        Assert.Empty(provider.Orders);
        await provider.LaunchAsync(Order(generation: 2), Cancel);
        held.Release();
        await launch;

        Assert.Equal(2, provider.Orders.Count);
    }

    [Fact]
    public async Task A_failure_comes_once_and_does_nothing()
    {
        var machine = await provider.LaunchAsync(Order(), Cancel);
        provider.Faults.Fail(ProviderCall.Terminate, new ProviderException("Try again."));

        await Assert.ThrowsAsync<ProviderException>(() => provider.TerminateAsync(machine.Id, Cancel));
        Assert.NotNull(await DescribeAsync(machine.Id));
        await provider.TerminateAsync(machine.Id, Cancel);

        Assert.Null(await DescribeAsync(machine.Id));
    }

    [Fact]
    public async Task A_machine_that_powers_off_by_itself_is_stopped_and_a_lost_one_does_not_exist()
    {
        var off = await provider.LaunchAsync(Order(generation: 1), Cancel);
        var lost = await provider.LaunchAsync(Order(generation: 2), Cancel);
        provider.Write(off.Id, "Kernel panic");

        provider.PowerOff(off.Id);
        provider.Lose(lost.Id);

        Assert.Equal(MachineState.Stopped, (await DescribeAsync(off.Id))!.State);
        Assert.Equal("Kernel panic", await provider.ConsoleAsync(off.Id, Cancel));
        Assert.Null(await DescribeAsync(lost.Id));
    }

    [Fact]
    public async Task A_machine_that_never_boots_stays_pending_and_one_that_does_not_obey_stays_stopping()
    {
        (provider.BootTime, provider.StopTime) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var machine = await provider.LaunchAsync(Order(), Cancel);

        clock.Advance(TimeSpan.FromDays(1));
        var pending = await DescribeAsync(machine.Id);
        await provider.StopAsync(machine.Id, force: false, Cancel);
        clock.Advance(TimeSpan.FromDays(1));
        var stopping = await DescribeAsync(machine.Id);
        await provider.StopAsync(machine.Id, force: true, Cancel);

        Assert.Equal((MachineState.Pending, MachineState.Stopping), (pending!.State, stopping!.State));
        Assert.Equal(MachineState.Stopped, (await DescribeAsync(machine.Id))!.State);
    }

    internal override async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var second = 0; !await condition(); second++)
        {
            Assert.True(second < 60, "The condition did not become true within a minute.");
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
