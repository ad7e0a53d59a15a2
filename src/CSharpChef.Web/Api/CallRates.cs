using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Api;

/// <summary>How fast one credential may call, and how often one address may fail to show one.</summary>
internal sealed class CallRates(Rate calls, Rate failures) : IDisposable
{
    private readonly PartitionedRateLimiter<string> calls = Limiter(calls);
    private readonly PartitionedRateLimiter<string> failures = Limiter(failures);

    public void CheckCall(string credential)
    {
        using var lease = calls.AttemptAcquire(credential);
        if (!lease.IsAcquired)
        {
            throw Refused.TooFast("this credential makes too many calls, try again in a second");
        }
    }

    public void CheckAddress(string address)
    {
        // A lease for none would be had for a fraction of one.
        if (failures.GetStatistics(Network(address)) is { CurrentAvailablePermits: < 1 })
        {
            throw Refused.TooFast("too many calls from this address were not let in, try again in some seconds");
        }
    }

    public void CountFailure(string address) => failures.AttemptAcquire(Network(address)).Dispose();

    public void Dispose()
    {
        calls.Dispose();
        failures.Dispose();
    }

    // One host has 64 bits of addresses to itself.
    private static string Network(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6
        ? Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, 8))
        : address;

    // Who is quiet for some seconds is forgotten, so that the limiters stay few.
    private static PartitionedRateLimiter<string> Limiter(Rate rate) => PartitionedRateLimiter.Create<string, string>(
        whose => RateLimitPartition.GetTokenBucketLimiter(whose, _ => Options(rate)), StringComparer.Ordinal);

    private static TokenBucketRateLimiterOptions Options(Rate rate) => new()
    {
        TokenLimit = rate.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / rate.PerSecond),
        AutoReplenishment = false,
    };
}
