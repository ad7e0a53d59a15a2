using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Converge.Workers.Sandbox;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>A worker that waits for a run, with its user.</summary>
internal sealed class StartedWorker(SandboxedProcess process, SandboxUser user) : IAsyncDisposable
{
    private const int MostRuns = 25;

    // The limit of processor time holds for all runs of a worker.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(2);

    private int runs;
    private TimeSpan used;

    public SandboxedProcess Process => process;

    /// <summary>Waits until a worker whose run has finished is ready for another one.</summary>
    /// <param name="time">How long the run has computed.</param>
    /// <returns>False when it must end, because the run has left something or the worker has done enough.</returns>
    public async Task<bool> IsReadyAsync(TimeSpan time)
    {
        runs++;
        used += time;
        if (runs >= MostRuns || used > MostTime)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(ReadyWithin);
        try
        {
            return await process.Channel.BeginRunAsync(timeout.Token);
        }
        catch (Exception e) when (e is ProtocolException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        user.Dispose();
    }
}
