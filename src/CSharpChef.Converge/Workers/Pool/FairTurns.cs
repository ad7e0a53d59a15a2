namespace CSharpChef.Converge.Workers.Pool;

/// <summary>
/// A number of turns that many wait for. Those who wait take part by their keys: each key gets the next free turn after
/// all others, however many wait for it, and the waiters of a key come in their order.
/// </summary>
internal sealed class FairTurns(int count)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Waiters> keys = [];
    private int free = count;

    /// <summary>Waits for a turn. Disposing the result gives it to the next one.</summary>
    public async Task<IDisposable> TakeAsync(string key, CancellationToken ct)
    {
        var waiting = Enter(key);
        await using var registration = ct.Register(() => waiting.TrySetCanceled(ct));
        await waiting.Task;
        return new Turn(this);
    }

    private TaskCompletionSource Enter(string key)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                waiting.SetResult();
            }
            else
            {
                WaitersOf(key).Queue.Enqueue(waiting);
            }
        }

        return waiting;
    }

    private Waiters WaitersOf(string key) =>
        keys.FirstOrDefault(each => each.Key == key) ?? keys.AddLast(new Waiters(key, [])).Value;

    private void Release()
    {
        lock (gate)
        {
            while (keys.First is { } first)
            {
                keys.RemoveFirst();
                var next = first.Value.Queue.Dequeue();
                if (first.Value.Queue.Count > 0)
                {
                    keys.AddLast(first);
                }

                // Those who were cancelled are passed over.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            free++;
        }
    }

    private sealed record Waiters(string Key, Queue<TaskCompletionSource> Queue);

    private sealed class Turn(FairTurns turns) : IDisposable
    {
        private FairTurns? turns = turns;

        public void Dispose() => Interlocked.Exchange(ref turns, null)?.Release();
    }
}
