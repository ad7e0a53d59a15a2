using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// Does the work for one instance or stack, act by act, until nothing is left to do or another server has the work.
/// </summary>
/// <param name="parts">What it uses.</param>
/// <param name="item">The instance or stack.</param>
/// <param name="act">
/// Does the next act, and returns how long to wait before the one after it; null when nothing is left to do.
/// </param>
/// <param name="wake">Ends a wait when something has changed.</param>
internal sealed class WorkLoop(
    FleetParts parts, WorkItem item, Func<CancellationToken, Task<TimeSpan?>> act, WakeSignal wake)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    // What is to be done later stays in the store, which is looked at for work that is due.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await ClaimAsync(ct) is not { } work || await WorkAsync(work, ct))
                {
                    return;
                }
            }
            catch (StoreFailureException e)
            {
                FleetLog.StoreFailed(parts.Log, item.Kind, item.Id, e.Message);
                await wake.WaitAsync(AfterFailure, ct);
            }
            catch (Exception bug) when (!ct.IsCancellationRequested)
            {
                FleetLog.WorkFailed(parts.Log, item.Kind, item.Id, bug);
                await wake.WaitAsync(parts.Options.LongestPoll, ct);
            }
        }
    }

    private Task<ClaimedWork?> ClaimAsync(CancellationToken ct) =>
        parts.Store.WriteAsync(session => session.ClaimAsync(item.Id, parts.ServerId), ct);

    /// <returns>True when nothing is left to do.</returns>
    private async Task<bool> WorkAsync(ClaimedWork work, CancellationToken ct)
    {
        var wait = work.Due - parts.Clock.GetUtcNow();
        if (wait > LongestHold)
        {
            return await parts.Store.WriteAsync(
                session => session.PostponeAsync(item.Id, parts.ServerId, work.Wakes, work.Due), ct);
        }

        if (wait > TimeSpan.Zero)
        {
            await wake.WaitAsync(wait, ct);
            return false;
        }

        if (await act(ct) is not { } pause)
        {
            return await parts.Store.WriteAsync(
                session => session.FinishAsync(item.Id, parts.ServerId, work.Wakes), ct);
        }

        if (pause > TimeSpan.Zero)
        {
            await wake.WaitAsync(pause, ct);
        }

        return false;
    }
}
