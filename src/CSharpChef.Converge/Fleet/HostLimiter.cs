using CSharpChef.Converge.Ssh;

namespace CSharpChef.Converge.Fleet;

/// <summary>
/// Limits how many hosts run at once, and delays the first ones of a large run: key exchanges that begin in the same
/// instant wait for each other, and an sshd that many of them jump through drops some.
/// </summary>
internal sealed class HostLimiter(int forks, TimeProvider clock) : IDisposable
{
    private const int UndelayedHosts = 20;
    private static readonly TimeSpan DelayStep = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim free = new(forks);
    private int started;

    /// <summary>Waits until one more host may run; dispose the result when the host has ended.</summary>
    public async Task<IDisposable> WaitAsync(CancellationToken ct)
    {
        var lease = await SemaphoreLease.AcquireAsync(free, ct);
        var delay = StartDelay(Interlocked.Increment(ref started), forks, Random.Shared.NextDouble());
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, clock, ct);
        }

        return lease;
    }

    /// <summary>
    /// The delay of the nth host: only for hosts that would begin together with many others, each a different one.
    /// </summary>
    public static TimeSpan StartDelay(int nth, int forks, double random) =>
        nth > UndelayedHosts && nth <= forks
            ? DelayStep * (nth - UndelayedHosts - 1 + random)
            : TimeSpan.Zero;

    public void Dispose() => free.Dispose();
}
