namespace CSharpChef.Converge.Send;

/// <summary>One of so many places; disposing it gives it back, once.</summary>
internal sealed class Slot : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim free;
    private int given;

    private Slot(SemaphoreSlim free) => this.free = free;

    /// <summary>Waits for a place.</summary>
    public static async Task<Slot> TakeAsync(SemaphoreSlim free, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        return new Slot(free);
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
