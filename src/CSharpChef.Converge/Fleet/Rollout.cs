using CSharpChef.Converge.Summarize;

namespace CSharpChef.Converge.Fleet;

/// <summary>Whether a run over many hosts goes on, by how those ended that did.</summary>
internal sealed class Rollout : IDisposable
{
    private readonly FleetOptions options;
    private readonly CancellationToken asked;
    private readonly CancellationTokenSource over;
    private readonly CancellationTokenSource cancel;
    private readonly Lock turn = new();
    private Batch batch = new(1, 1, 0, 0);
    private int ended;
    private int failed;
    private bool passed;
    private string? first;

    public Rollout(FleetOptions options, TimeProvider clock, CancellationToken asked)
    {
        (this.options, this.asked) = (options, asked);
        over = options.RunTimeLimit is { } limit
            ? new CancellationTokenSource(limit, clock)
            : new CancellationTokenSource();
        cancel = CancellationTokenSource.CreateLinkedTokenSource(asked, over.Token);
    }

    /// <summary>Ends the hosts that run, after their current step.</summary>
    public CancellationToken Cancel => cancel.Token;

    public bool GoesOn => Stopped is null;

    /// <summary>Why no further host begins; null while they do.</summary>
    public string? Stopped
    {
        get
        {
            lock (turn)
            {
                return first is not null ? $"stopped by --fail-fast: {first} failed"
                    : asked.IsCancellationRequested ? "cancelled"
                    : TimeIsUp ? "stopped by --run-time-limit: hosts that ran ended after the step they were at"
                    : passed ? options.Limit.Reason(failed, ended, batch)
                    : null;
            }
        }
    }

    public bool TimeIsUp => over.IsCancellationRequested;

    public void Begin(Batch next)
    {
        lock (turn)
        {
            batch = next;
        }
    }

    public void Ended(HostReport host)
    {
        lock (turn)
        {
            ended++;
            failed += host.Status == HostStatus.Ok ? 0 : 1;
            passed |= options.Limit.IsPassed(failed, batch.HostsSoFar);
            first ??= options.FailFast && host.Status != HostStatus.Ok && !asked.IsCancellationRequested
                ? host.Name
                : null;
        }

        if (options.FailFast && first is not null)
        {
            cancel.Cancel();
        }
    }

    public void Dispose()
    {
        cancel.Dispose();
        over.Dispose();
    }
}
