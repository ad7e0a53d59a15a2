using System.Threading.RateLimiting;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Api;

/// <summary>Limits the calls of each credential.</summary>
internal sealed class CallLimiter(RateLimit calls) : IDisposable
{
    private readonly PartitionedRateLimiter<string> calls = calls.ToLimiter();

    /// <summary>Counts a call of a credential, and refuses it above the limit.</summary>
    public void RequireCredential(string credential)
    {
        using var lease = calls.AttemptAcquire(credential);
        if (!lease.IsAcquired)
        {
            throw RequestError.TooManyCalls("this credential makes too many calls, try again in a second");
        }
    }

    public void Dispose() => calls.Dispose();
}
