using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Cluster;

/// <summary>
/// Hears from Orleans that its silo cannot go on. Orleans itself would end the process, and with it calls of the API
/// that need no silo.
/// </summary>
internal sealed class SiloEnd(ILogger<SiloEnd> log) : IFatalErrorHandler
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => end.Task;

    public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        SiloLog.Ended(log, context ?? "", exception);
        end.TrySetResult();
    }
}
