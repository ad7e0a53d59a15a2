using CSharpChef.Stacks.Providers;

namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>A machine of <see cref="MemoryProvider"/>, whose state depends on the clock.</summary>
internal sealed class MemoryMachine(string id, MachineOrder order, TimeProvider clock)
{
    private DateTimeOffset? bootedAt;
    private DateTimeOffset? stoppedAt;

    public string Id => id;

    public MachineOrder Order => order;

    public string? BootId { get; private set; }

    public string? Console { get; set; }

    public MachineState State => bootedAt is not { } booted || stoppedAt <= clock.GetUtcNow()
        ? MachineState.Stopped
        : stoppedAt is not null ? MachineState.Stopping
        : booted <= clock.GetUtcNow() ? MachineState.Running : MachineState.Pending;

    public void Boot(TimeSpan time)
    {
        (bootedAt, stoppedAt) = (After(time), null);
        BootId = Guid.NewGuid().ToString();
    }

    public void Stop(TimeSpan time)
    {
        if (State is not MachineState.Stopped)
        {
            stoppedAt = Earlier(stoppedAt, After(time));
        }
    }

    private DateTimeOffset After(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + time;

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
