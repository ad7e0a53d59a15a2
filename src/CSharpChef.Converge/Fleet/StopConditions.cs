using CSharpChef.Converge.Results;

namespace CSharpChef.Converge.Fleet;

/// <summary>
/// Decides whether more hosts of a run begin: not after too many failures, a cancellation or the end of its time.
/// </summary>
internal sealed class StopConditions : IDisposable
{
    private readonly FleetOptions options;
    private readonly CancellationToken userCancel;
    private readonly CancellationTokenSource timeout;
    private readonly CancellationTokenSource cancel;
    private readonly Lock gate = new();
    private Batch batch = new(1, 1, 0, 0);
    private int ended;
    private int failed;
    private bool isLimitPassed;
    private string? failFastHost;

    public StopConditions(FleetOptions options, TimeProvider clock, CancellationToken userCancel)
    {
        (this.options, this.userCancel) = (options, userCancel);
        timeout = options.RunTimeLimit is { } limit
            ? new CancellationTokenSource(limit, clock)
            : new CancellationTokenSource();
        cancel = CancellationTokenSource.CreateLinkedTokenSource(userCancel, timeout.Token);
    }

    /// <summary>Ends the running hosts after their current step.</summary>
    public CancellationToken Cancel => cancel.Token;

    public bool Continues => StopReason is null;

    /// <summary>The reason why no more hosts start; null while hosts may start.</summary>
    public string? StopReason
    {
        get
        {
            lock (gate)
            {
                return failFastHost is not null ? $"stopped by --fail-fast: {failFastHost} failed"
                    : userCancel.IsCancellationRequested ? "cancelled"
                    : IsTimedOut ? "stopped by --run-time-limit: running hosts were asked to end after their current step"
                    : isLimitPassed ? options.Limit.Reason(failed, ended, batch)
                    : null;
            }
        }
    }

    public bool IsTimedOut => timeout.IsCancellationRequested;

    public void Begin(Batch next)
    {
        lock (gate)
        {
            batch = next;
        }
    }

    /// <summary>Counts a host that has ended.</summary>
    public void Record(HostReport host)
    {
        lock (gate)
        {
            ended++;
            failed += host.Status == HostStatus.Ok ? 0 : 1;
            isLimitPassed |= options.Limit.IsPassed(failed, batch.HostsSoFar);
            failFastHost ??= options.FailFast && host.Status != HostStatus.Ok && !userCancel.IsCancellationRequested
                ? host.Name
                : null;
        }

        if (options.FailFast && failFastHost is not null)
        {
            cancel.Cancel();
        }
    }

    public void Dispose()
    {
        cancel.Dispose();
        timeout.Dispose();
    }
}
