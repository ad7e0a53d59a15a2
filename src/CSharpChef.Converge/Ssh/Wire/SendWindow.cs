using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>How many bytes the other side is still willing to take.</summary>
internal sealed class SendWindow
{
    private readonly Lock gate = new();
    private long credit;
    private Exception? closed;
    private TaskCompletionSource more = NewSignal();

    public void Add(uint bytes)
    {
        lock (gate)
        {
            credit += bytes;
            more.TrySetResult();
        }
    }

    /// <summary>From now on nobody takes anything: waiting and later writers are told why.</summary>
    public void Close(Exception reason)
    {
        lock (gate)
        {
            closed ??= reason;
            more.TrySetResult();
        }
    }

    public async ValueTask<int> TakeAsync(int wanted, CancellationToken ct)
    {
        while (true)
        {
            var (taken, wait) = TryTake(wanted);
            if (taken > 0)
            {
                return taken;
            }

            await wait.WaitAsync(ct);
        }
    }

    private (int Taken, Task Wait) TryTake(int wanted)
    {
        lock (gate)
        {
            if (closed is not null)
            {
                throw closed is ConnectionException lost ? lost.Again() : new IOException(closed.Message, closed);
            }

            var taken = (int)Math.Min(wanted, credit);
            credit -= taken;
            if (credit == 0 && more.Task.IsCompleted)
            {
                more = NewSignal();
            }

            return (taken, more.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
