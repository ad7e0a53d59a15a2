using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers;

/// <summary>A process that runs the recipes of one run. Disposing ends it.</summary>
internal interface IWorker : IAsyncDisposable
{
    WorkerChannel Channel { get; }

    /// <summary>Waits until the worker may compute. Disposing gives the turn back.</summary>
    Task<IDisposable> TakeTurnAsync(CancellationToken ct);

    /// <summary>Ends the worker with all its processes.</summary>
    Task KillAsync();

    /// <summary>Waits until a worker whose pipe has ended has ended too.</summary>
    /// <returns>How it has ended, to follow "the process that evaluates recipes".</returns>
    Task<string> EndAsync();
}
