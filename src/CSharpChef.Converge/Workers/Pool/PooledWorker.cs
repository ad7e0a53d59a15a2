using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>A worker of the pool with its run.</summary>
/// <param name="worker">The worker.</param>
/// <param name="run">The place among the runs, which ends with the worker.</param>
/// <param name="takeTurn">Waits until it may compute.</param>
internal sealed class PooledWorker(
    StartedWorker worker, IDisposable run, Func<CancellationToken, Task<IDisposable>> takeTurn) : IWorker
{
    public WorkerChannel Channel => worker.Process.Channel;

    public Task<IDisposable> TakeTurnAsync(CancellationToken ct) => takeTurn(ct);

    public Task KillAsync() => worker.Process.KillAsync();

    public Task<string> EndAsync() => worker.Process.EndAsync();

    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync();
        run.Dispose();
    }
}
