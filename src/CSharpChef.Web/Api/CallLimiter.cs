using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Api;

/// <summary>Limits the calls of each user, and the failed authentications from each address.</summary>
internal sealed class CallLimiter(RateLimit calls, RateLimit failures) : IDisposable
{
    private readonly PartitionedRateLimiter<string> calls = Limiter(calls);
    private readonly PartitionedRateLimiter<string> failures = Limiter(failures);

    /// <summary>Counts a call of a user with any key or token, and refuses it above the limit.</summary>
    public void RequireUser(string userArn)
    {
        using var lease = calls.AttemptAcquire(userArn);
        if (!lease.IsAcquired)
        {
            throw RequestError.TooManyCalls("this user makes too many calls, try again in a second");
        }
    }

    /// <summary>Refuses calls from an address from which too many calls failed to authenticate.</summary>
    public void RequireAddress(string address)
    {
        // Acquiring 0 permits succeeds even below one whole token.
        if (failures.GetStatistics(Network(address)) is { CurrentAvailablePermits: < 1 })
        {
            throw RequestError.TooManyCalls(
                "too many calls from this address had no valid credential, try again in some seconds");
        }
    }

    public void CountFailure(string address) => failures.AttemptAcquire(Network(address)).Dispose();

    public void Dispose()
    {
        calls.Dispose();
        failures.Dispose();
    }

    // One host usually has a whole IPv6 network of 64 bits.
    private static string Network(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6
        ? Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, 8))
        : address;

    // Limiters that were idle for some seconds are removed, so that their number stays small.
    private static PartitionedRateLimiter<string> Limiter(RateLimit limit) =>
        PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Options(limit)), StringComparer.Ordinal);

    private static TokenBucketRateLimiterOptions Options(RateLimit limit) => new()
    {
        TokenLimit = limit.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / limit.PerSecond),
        AutoReplenishment = false,
    };
}
