namespace CSharpChef.Web.Serving;

/// <summary>
/// The way out: from the first word of stopping, changes are turned away, and those that run come to their end.
/// </summary>
internal sealed class Drain : IDisposable
{
    private readonly Lock turn = new();
    private readonly CancellationTokenSource abandoned = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;

    public bool Began { get; private set; }

    /// <summary>Cancelled when patience ends.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    /// <summary>Counts a change in, unless none may begin any more.</summary>
    public bool TryEnter()
    {
        lock (turn)
        {
            running += Began ? 0 : 1;
            return !Began;
        }
    }

    public void Leave()
    {
        lock (turn)
        {
            running--;
            SettleIfIdle();
        }
    }

    public void Begin()
    {
        lock (turn)
        {
            Began = true;
            SettleIfIdle();
        }
    }

    /// <summary>Waits for the changes that run; whatever still runs then is cancelled.</summary>
    public async Task FinishAsync(TimeSpan patience, TimeProvider time)
    {
        await idle.Task.WaitAsync(patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await abandoned.CancelAsync();
    }

    public void Dispose() => abandoned.Dispose();

    private void SettleIfIdle()
    {
        if (Began && running == 0)
        {
            idle.TrySetResult();
        }
    }
}
