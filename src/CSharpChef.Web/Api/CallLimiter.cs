using System.Threading.RateLimiting;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Api;

/// <summary>Limits the calls of each user.</summary>
internal sealed class CallLimiter(RateLimit calls) : IDisposable
{
    private readonly PartitionedRateLimiter<string> calls = calls.ToLimiter();

    /// <summary>Counts a call of a user with any key or token, and refuses it above the limit.</summary>
    public void RequireUser(string userArn)
    {
        using var lease = calls.AttemptAcquire(userArn);
        if (!lease.IsAcquired)
        {
            throw RequestError.TooManyCalls("this user makes too many calls, try again in a second");
        }
    }

    public void Dispose() => calls.Dispose();
}
