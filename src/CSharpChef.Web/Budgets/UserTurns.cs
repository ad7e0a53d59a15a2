using System.Threading.RateLimiting;
using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Budgets;

/// <summary>
/// Limits the calls of one user that run at the same time. The next one waits for its turn, which lasts until its
/// answer was sent; so what one user costs is bounded, and the calls of other users do not wait for it.
/// </summary>
internal sealed class UserTurns(TimeProvider time) : IDisposable
{
    public const int AtOnce = 8;
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // The bodies of waiting calls are in memory. Each counts as this at least, for what else belongs to a call.
    private const int LeastBytes = 4096;
    private const int MostWaitingBytes = 16 << 20;

    private readonly PartitionedRateLimiter<string> running = Limiter(AtOnce, int.MaxValue);
    private readonly PartitionedRateLimiter<string> waiting = Limiter(MostWaitingBytes, 0);

    /// <param name="user">The user's ARN.</param>
    /// <param name="bytes">The size of the call's body.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    /// <returns>The turn, which ends when it is disposed.</returns>
    public async Task<IDisposable> TakeAsync(string user, int bytes, CancellationToken ct)
    {
        using var place = waiting.AttemptAcquire(user, Math.Max(bytes, LeastBytes));
        if (!place.IsAcquired)
        {
            throw RequestError.TooManyCalls("the bodies of this user's calls that wait are too large together");
        }

        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await running.AcquireAsync(user, 1, end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw RequestError.TooManyCalls(
                $"{AtOnce} calls of this user run already, and none ended in {LongestWait.TotalSeconds} seconds");
        }
    }

    public void Dispose()
    {
        running.Dispose();
        waiting.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, int queue) =>
        PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.GetConcurrencyLimiter(
                key, _ => new() { PermitLimit = permits, QueueLimit = queue }),
            StringComparer.Ordinal);
}
