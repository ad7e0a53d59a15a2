using System.Threading.RateLimiting;

namespace CSharpChef.Web.Budgets;

/// <summary>A token bucket: the sustained number of calls a second, and the burst before it applies.</summary>
internal sealed record RateLimit(double PerSecond, int Burst)
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Makes a limiter with one bucket for each key. Buckets that were idle for some seconds are removed, so that their
    /// number stays small.
    /// </summary>
    public PartitionedRateLimiter<string> ToLimiter() => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Options()), StringComparer.Ordinal);

    // A period is a whole number of 100 ns, so fast buckets get several calls in each period.
    private TokenBucketRateLimiterOptions Options()
    {
        var calls = Math.Max(1, (int)Math.Round(PerSecond * ShortestPeriod.TotalSeconds));
        return new()
        {
            TokenLimit = Burst,
            TokensPerPeriod = calls,
            ReplenishmentPeriod = TimeSpan.FromSeconds(calls / PerSecond),
            AutoReplenishment = false,
        };
    }
}
