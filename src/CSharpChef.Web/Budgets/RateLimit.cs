using System.Threading.RateLimiting;

namespace CSharpChef.Web.Budgets;

/// <summary>A token bucket: the sustained number of calls a second, and the burst before it applies.</summary>
internal sealed record RateLimit(double PerSecond, int Burst)
{
    /// <summary>
    /// Makes a limiter with one bucket for each key. Buckets that were idle for some seconds are removed, so that their
    /// number stays small.
    /// </summary>
    public PartitionedRateLimiter<string> ToLimiter() => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Options()), StringComparer.Ordinal);

    private TokenBucketRateLimiterOptions Options() => new()
    {
        TokenLimit = Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / PerSecond),
        AutoReplenishment = false,
    };
}
