using System.Threading.RateLimiting;

namespace CSharpChef.Web.Budgets;

/// <summary>
/// Counts the calls from each address that had no valid credential, and slows their refusals down when there are too
/// many. A call with a valid credential is never refused for the calls of others.
/// </summary>
internal sealed class FailureLimiter(RateLimit failures, TimeSpan delay, TimeProvider time) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = failures.ToLimiter();

    /// <summary>Counts a call without a valid credential; above the limit it waits before it returns.</summary>
    /// <returns>True when the address made too many such calls.</returns>
    public async Task<bool> CountAsync(string address, CancellationToken ct)
    {
        using var lease = limiter.AttemptAcquire(ClientNetwork.Of(address));
        if (!lease.IsAcquired)
        {
            await Task.Delay(delay, time, ct);
        }

        return !lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
