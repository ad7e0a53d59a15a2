namespace CSharpChef.Converge.Workers.Pool;

/// <summary>
/// Workers that are started ahead of the next run, at most one for each key, each for a limited time.
/// </summary>
internal sealed class SpareWorkers(TimeSpan idle, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<WorkerKey, Task<StartedWorker>> spares = [];
    private readonly CancellationTokenSource ending = new();

    /// <summary>Starts a worker for a key that has none.</summary>
    public void Begin(WorkerKey key, Func<CancellationToken, Task<StartedWorker>> start)
    {
        lock (gate)
        {
            if (!ending.IsCancellationRequested && !spares.ContainsKey(key))
            {
                var spare = spares[key] = Task.Run(() => start(ending.Token));
                _ = ExpireAsync(key, spare);
            }
        }
    }

    /// <summary>The worker for a key; null when none has started.</summary>
    public async Task<StartedWorker?> TakeAsync(WorkerKey key)
    {
        Task<StartedWorker>? spare;
        lock (gate)
        {
            var known = spares.GetValueOrDefault(key);
            spare = known is { IsCompleted: true } && spares.Remove(key) ? known : null;
        }

        return spare is { IsCompletedSuccessfully: true } ? await spare : null;
    }

    /// <summary>Ends the worker for a key, if there is one.</summary>
    public async Task EndAsync(WorkerKey key)
    {
        Task<StartedWorker>? spare;
        lock (gate)
        {
            spares.Remove(key, out spare);
        }

        await (spare is null ? Task.CompletedTask : EndAsync(spare));
    }

    public async ValueTask DisposeAsync()
    {
        List<Task<StartedWorker>> all;
        lock (gate)
        {
            ending.Cancel();
            all = [.. spares.Values];
            spares.Clear();
        }

        foreach (var spare in all)
        {
            await EndAsync(spare);
        }
    }

    private async Task ExpireAsync(WorkerKey key, Task<StartedWorker> spare)
    {
        await ((Task)spare).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(idle, clock, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Remove(key, spare))
        {
            await EndAsync(spare);
        }
    }

    private bool Remove(WorkerKey key, Task<StartedWorker> spare)
    {
        lock (gate)
        {
            return spares.GetValueOrDefault(key) == spare && spares.Remove(key);
        }
    }

    // The run that needs a worker starts one itself when a spare one could not start, and gets the cause.
    private static async Task EndAsync(Task<StartedWorker> spare)
    {
        await ((Task)spare).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (spare.IsCompletedSuccessfully)
        {
            await (await spare).DisposeAsync();
        }
    }
}
