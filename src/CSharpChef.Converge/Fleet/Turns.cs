using CSharpChef.Converge.Ssh;

namespace CSharpChef.Converge.Fleet;

/// <summary>
/// So many hosts at a time. The first ones of a large run do not begin in the same instant: all their key exchanges
/// would wait for each other, and an sshd that many of them lead through drops what comes at once.
/// </summary>
internal sealed class Turns(int forks, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Spread = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim free = new(forks);
    private int taken;

    /// <summary>Waits for a turn; disposing it gives it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        var turn = await SemaphoreLease.AcquireAsync(free, ct);
        var wait = Wait(Interlocked.Increment(ref taken), forks, Random.Shared.NextDouble());
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, ct);
        }

        return turn;
    }

    /// <summary>
    /// How long the nth host waits: only those that would begin together with many, and a different time each.
    /// </summary>
    public static TimeSpan Wait(int nth, int forks, double chance) =>
        nth > AtOnce && nth <= forks ? Spread * (nth - AtOnce - 1 + chance) : TimeSpan.Zero;

    public void Dispose() => free.Dispose();
}
