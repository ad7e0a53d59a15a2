using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>A worker of the pool with its run.</summary>
/// <param name="worker">The worker.</param>
/// <param name="run">The place among the runs, which ends with this one.</param>
/// <param name="firstTurn">The turn in which the worker was taken, which the recipes begin in.</param>
/// <param name="takeTurn">Waits until the worker may compute again.</param>
/// <param name="giveBack">Keeps the worker for the next run.</param>
internal sealed class PooledWorker(
    StartedWorker worker, IDisposable run, IDisposable firstTurn,
    Func<CancellationToken, Task<IDisposable>> takeTurn, Action giveBack) : IWorker
{
    private IDisposable? waitingTurn = firstTurn;
    private bool isReturned;

    public WorkerChannel Channel => worker.Process.Channel;

    public Task<IDisposable> TakeTurnAsync(CancellationToken ct) =>
        Interlocked.Exchange(ref waitingTurn, null) is { } turn ? Task.FromResult(turn) : takeTurn(ct);

    public Task KillAsync() => worker.Process.KillAsync();

    public Task<string> EndAsync() => worker.Process.EndAsync();

    public async Task ReturnAsync(TimeSpan used)
    {
        if (await worker.IsReadyAsync(used))
        {
            isReturned = true;
            giveBack();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (isReturned ? ValueTask.CompletedTask : worker.DisposeAsync());
        Interlocked.Exchange(ref waitingTurn, null)?.Dispose();
        run.Dispose();
    }
}
