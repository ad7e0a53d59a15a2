namespace CSharpChef.Stacks.Fleet;

/// <summary>Lets one waiting task know that something has changed. A signal before the wait is kept.</summary>
internal sealed class WakeSignal(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private readonly Lock gate = new();

    public void Set()
    {
        lock (gate)
        {
            if (semaphore.CurrentCount == 0)
            {
                semaphore.Release();
            }
        }
    }

    /// <summary>Waits for a signal, at most for a time.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var signal = semaphore.WaitAsync(wait.Token);
        await Task.WhenAny(signal, Task.Delay(longest, clock, wait.Token));
        await wait.CancelAsync();
        await signal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose() => semaphore.Dispose();
}
