namespace CSharpChef.Web.Budgets;

/// <summary>
/// Bounds the bytes in memory of bodies whose calls are not judged yet. A body that needs more waits for its turn;
/// meanwhile the oldest body is given up once its grace has passed, so that slow senders cannot keep the bytes.
/// </summary>
internal sealed class BodyBudget : IDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<BodyShare> shares = [];
    private readonly LinkedList<BodyShare> waiting = [];
    private readonly long limit;
    private readonly TimeSpan grace;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private long used;

    public BodyBudget(long limit, TimeSpan grace, TimeProvider time)
    {
        this.limit = limit;
        this.grace = grace;
        this.time = time;
        timer = time.CreateTimer(
            _ => GiveUpOldest(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long Used => Interlocked.Read(ref used);

    /// <param name="giveUp">Ends the reading of the body; it must not throw.</param>
    public BodyShare Begin(Action giveUp)
    {
        var share = new BodyShare(this, giveUp, time.GetTimestamp());
        lock (gate)
        {
            shares.AddLast(share.Node);
        }

        return share;
    }

    /// <summary>Takes bytes for a body, and waits until there are enough.</summary>
    public async Task TakeAsync(BodyShare share, int bytes, CancellationToken ct)
    {
        lock (gate)
        {
            share.Ask(bytes);
            waiting.AddLast(share.WaitingNode);
            Grant();
        }

        GiveUpOldest();
        await share.Granted.WaitAsync(ct);
    }

    public void End(BodyShare share)
    {
        lock (gate)
        {
            Remove(share);
        }
    }

    public void Dispose() => timer.Dispose();

    private void GiveUpOldest()
    {
        while (TakeOldest() is { } oldest)
        {
            oldest.GiveUp();
        }
    }

    // Sets the timer when the grace of the oldest body has not passed yet.
    private BodyShare? TakeOldest()
    {
        lock (gate)
        {
            var oldest = shares.FirstOrDefault(share => share.Bytes > 0 && share != waiting.First?.Value);
            if (waiting.Count == 0 || oldest is null)
            {
                return null;
            }

            var rest = grace - time.GetElapsedTime(oldest.Since, time.GetTimestamp());
            if (rest > TimeSpan.Zero)
            {
                timer.Change(rest, Timeout.InfiniteTimeSpan);
                return null;
            }

            Remove(oldest);
            return oldest;
        }
    }

    private void Remove(BodyShare share)
    {
        if (share.Node.List is not null)
        {
            shares.Remove(share.Node);
            used -= share.Bytes;
        }

        if (share.WaitingNode.List is not null)
        {
            waiting.Remove(share.WaitingNode);
        }

        Grant();
    }

    private void Grant()
    {
        while (waiting.First is { Value: var first } && used + first.Asked <= limit)
        {
            waiting.RemoveFirst();
            used += first.Asked;
            first.Grant();
        }
    }
}
