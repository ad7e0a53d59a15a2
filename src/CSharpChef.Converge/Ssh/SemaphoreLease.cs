namespace CSharpChef.Converge.Ssh;

/// <summary>One of so many places; disposing it gives it back, once.</summary>
internal sealed class SemaphoreLease : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim free;
    private int given;

    private SemaphoreLease(SemaphoreSlim free) => this.free = free;

    /// <summary>Waits for a place.</summary>
    public static async Task<SemaphoreLease> AcquireAsync(SemaphoreSlim free, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        return new SemaphoreLease(free);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref given, 1) == 0)
        {
            free.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
