namespace CSharpChef.Web.Api;

/// <summary>
/// Graceful shutdown: from its beginning new changes are rejected, and running ones get some time to end.
/// </summary>
internal sealed class GracefulShutdown : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource aborted = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;

    public bool HasBegun { get; private set; }

    /// <summary>Cancelled when the time limit for running changes has passed.</summary>
    public CancellationToken Aborted => aborted.Token;

    /// <summary>Counts a change that starts; false when the shutdown has begun.</summary>
    public bool TryStartChange()
    {
        lock (gate)
        {
            running += HasBegun ? 0 : 1;
            return !HasBegun;
        }
    }

    public void EndChange()
    {
        lock (gate)
        {
            running--;
            CompleteWhenIdle();
        }
    }

    public void Begin()
    {
        lock (gate)
        {
            HasBegun = true;
            CompleteWhenIdle();
        }
    }

    /// <summary>Waits for running changes, at most for the time limit, and then cancels them.</summary>
    public async Task FinishAsync(TimeSpan limit, TimeProvider time)
    {
        await idle.Task.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await aborted.CancelAsync();
    }

    public void Dispose() => aborted.Dispose();

    private void CompleteWhenIdle()
    {
        if (HasBegun && running == 0)
        {
            idle.TrySetResult();
        }
    }
}
