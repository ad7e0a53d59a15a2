using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers;

/// <summary>A process that runs the recipes of a run. Disposing ends it, unless it was returned.</summary>
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

    /// <summary>Leaves the worker to another run, if the one that has just finished has left nothing in it.</summary>
    /// <param name="used">How long the run has computed.</param>
    Task ReturnAsync(TimeSpan used);
}
