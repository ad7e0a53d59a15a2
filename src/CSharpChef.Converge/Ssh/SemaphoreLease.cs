namespace CSharpChef.Converge.Ssh;

/// <summary>One entry of a semaphore; disposing releases it, once.</summary>
internal sealed class SemaphoreLease : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim semaphore;
    private int isReleased;

    private SemaphoreLease(SemaphoreSlim semaphore) => this.semaphore = semaphore;

    /// <summary>Waits until the semaphore has a free entry.</summary>
    public static async Task<SemaphoreLease> AcquireAsync(SemaphoreSlim semaphore, CancellationToken ct)
    {
        await semaphore.WaitAsync(ct);
        return new SemaphoreLease(semaphore);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isReleased, 1) == 0)
        {
            semaphore.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
