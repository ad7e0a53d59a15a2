using System.Collections.Concurrent;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>How long answered calls took, apart from and in the 30 seconds after a server was killed.</summary>
internal sealed class CallTimes(TimeProvider time)
{
    private static readonly TimeSpan AfterKillTime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<double> usual = [];
    private readonly ConcurrentQueue<double> afterKill = [];
    private long lastKill = long.MinValue;

    public long Now() => time.GetTimestamp();

    public void Kill() => Volatile.Write(ref lastKill, time.GetTimestamp());

    /// <param name="due">When the call should have been sent for the first time.</param>
    public void Add(long due)
    {
        var kill = Volatile.Read(ref lastKill);
        var isAfterKill = kill != long.MinValue && time.GetElapsedTime(kill) < AfterKillTime;
        (isAfterKill ? afterKill : usual).Enqueue(time.GetElapsedTime(due).TotalMilliseconds);
    }

    /// <returns>Milliseconds.</returns>
    public double Usual(double part) => Percentile(usual, part);

    /// <returns>Milliseconds.</returns>
    public double AfterKill(double part) => Percentile(afterKill, part);

    public override string ToString() =>
        $"p50 {Usual(0.5):F0} ms, p99 {Usual(0.99):F0} ms; in the 30 s after a kill p50 {AfterKill(0.5):F0} ms, p99 {AfterKill(0.99):F0} ms";

    private static double Percentile(ConcurrentQueue<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }
}
