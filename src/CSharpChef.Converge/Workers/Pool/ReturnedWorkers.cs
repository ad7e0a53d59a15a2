namespace CSharpChef.Converge.Workers.Pool;

/// <summary>
/// Workers whose run has finished and left nothing. Each waits a moment for the next run of its command, and then ends.
/// </summary>
internal sealed class ReturnedWorkers(TimeSpan idle, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Returned> waiting = [];
    private readonly CancellationTokenSource ending = new();

    public void Add(CommandKey key, StartedWorker worker)
    {
        var returned = new Returned(key, worker);
        lock (gate)
        {
            waiting.Add(returned);
        }

        _ = ExpireAsync(returned);
    }

    /// <summary>A worker for a run of a command; null when none waits.</summary>
    public StartedWorker? Take(CommandKey key)
    {
        lock (gate)
        {
            var found = waiting.Find(each => each.Key == key && !each.Worker.Process.HasEnded);
            return found is not null && waiting.Remove(found) ? found.Worker : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await EndAsync(_ => true);
    }

    /// <summary>Ends the workers for a version of cookbooks.</summary>
    public Task EndAsync(WorkerKey key) => EndAsync(returned => returned.Key.Worker == key);

    private async Task ExpireAsync(Returned returned)
    {
        await Task.Delay(idle, clock, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync(returned);
    }

    private async Task EndAsync(Returned returned)
    {
        bool isWaiting;
        lock (gate)
        {
            isWaiting = waiting.Remove(returned);
        }

        await (isWaiting ? returned.Worker.DisposeAsync() : ValueTask.CompletedTask);
    }

    private async Task EndAsync(Predicate<Returned> isMeant)
    {
        List<Returned> meant;
        lock (gate)
        {
            meant = waiting.FindAll(isMeant);
        }

        foreach (var returned in meant)
        {
            await EndAsync(returned);
        }
    }

    private sealed class Returned(CommandKey key, StartedWorker worker)
    {
        public CommandKey Key => key;

        public StartedWorker Worker => worker;
    }
}
