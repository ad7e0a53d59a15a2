using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>The bytes that the peer is still ready to receive on a channel.</summary>
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

    /// <summary>The peer receives nothing more: waiting and later writers fail with the reason.</summary>
    public void Close(Exception reason)
    {
        lock (gate)
        {
            closed ??= reason;
            more.TrySetResult();
        }
    }

    /// <summary>Waits until at least one byte may be sent, and reserves up to the wanted number.</summary>
    public async ValueTask<int> ReserveAsync(int wanted, CancellationToken ct)
    {
        while (true)
        {
            var (reserved, wait) = TryReserve(wanted);
            if (reserved > 0)
            {
                return reserved;
            }

            await wait.WaitAsync(ct);
        }
    }

    private (int Reserved, Task Wait) TryReserve(int wanted)
    {
        lock (gate)
        {
            if (closed is not null)
            {
                throw closed is ConnectionException loss ? loss.Again() : new IOException(closed.Message, closed);
            }

            var reserved = (int)Math.Min(wanted, credit);
            credit -= reserved;
            if (credit == 0 && more.Task.IsCompleted)
            {
                more = NewSignal();
            }

            return (reserved, more.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
