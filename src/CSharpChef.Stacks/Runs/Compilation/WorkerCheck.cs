using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Workers.Pool;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Runs.Compilation;

/// <summary>
/// Knows whether recipes can be evaluated on this machine. It is tried once when the server starts, and again for each
/// command as long as it fails, so that a machine that was repaired needs no restart of the server.
/// </summary>
internal sealed class WorkerCheck : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<string?>> cause;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task<string?> first;
    private volatile bool works;

    /// <param name="cause">Tries a worker, and returns why it cannot start; null when it can.</param>
    /// <param name="log">Hears of a trial that failed.</param>
    public WorkerCheck(Func<CancellationToken, Task<string?>> cause, ILogger log)
    {
        this.cause = cause;
        first = Task.Run(() => BeginAsync(log));
    }

    public static WorkerCheck Of(WorkerPool workers, ILogger log) =>
        new(ct => WorkerTrial.CauseAsync(workers, ct), log);

    /// <exception cref="ConvergeException">Recipes cannot be evaluated.</exception>
    public async Task RequireAsync(CancellationToken ct)
    {
        if (!works && await first.WaitAsync(ct) is not null && await TryAsync(ct) is { } problem)
        {
            throw new ConvergeException($"recipes cannot be evaluated on this server: {problem}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task<string?> BeginAsync(ILogger log)
    {
        var problem = await TryAsync(stopping.Token);
        if (problem is not null)
        {
            RunLog.WorkersFailed(log, problem);
        }

        return problem;
    }

    private async Task<string?> TryAsync(CancellationToken ct)
    {
        try
        {
            var problem = await cause(ct);
            works = problem is null;
            return problem;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
