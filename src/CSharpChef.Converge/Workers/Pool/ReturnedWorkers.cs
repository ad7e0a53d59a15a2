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
        foreach (var returned in All())
        {
            await EndAsync(returned);
        }
    }

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

    private List<Returned> All()
    {
        lock (gate)
        {
            return [.. waiting];
        }
    }

    private sealed class Returned(CommandKey key, StartedWorker worker)
    {
        public CommandKey Key => key;

        public StartedWorker Worker => worker;
    }
}
