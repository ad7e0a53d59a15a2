using CSharpChef.Converge.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

public sealed class JumpSlotsTests
{
    private readonly JumpSlots slots = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_eleventh_connection_through_a_jump_host_waits_until_one_of_the_ten_before_it_is_closed()
    {
        var leases = new List<IAsyncDisposable>();
        for (var i = 0; i < JumpSlots.Limit; i++)
        {
            leases.Add(await slots.AcquireAsync("bastion:22", Ct));
        }

        var next = slots.AcquireAsync("bastion:22", Ct);
        await using var other = await slots.AcquireAsync("bastion:2222", Ct);
        Assert.Equal(10, JumpSlots.Limit);
        Assert.False(next.IsCompleted);

        await leases[0].DisposeAsync();
        await leases[0].DisposeAsync();
        await using var lease = await next;
        Assert.False(slots.AcquireAsync("bastion:22", Ct).IsCompleted);
    }
}
