namespace CSharpChef.Web.Budgets;

/// <summary>
/// Divides a number of units, such as bytes of bodies in memory or connections, between clients. A share that does not
/// fit waits, and the next to be granted is the one whose client has the fewest units: many calls of one client do not
/// keep out another. While shares wait, granted ones whose time has passed are given up, first those of the client that
/// has the most units. A share that waits is not given up; when too many wait, the oldest of the client that has the
/// most of them is refused.
/// </summary>
internal sealed class ClientBudget : IDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<ClientShare> granted = [];
    private readonly LinkedList<ClientShare> waiting = [];
    private readonly UnitsInUse used = new();
    private readonly long limit;
    private readonly ShareTime? shareTime;
    private readonly TimeProvider time;
    private readonly int mostWaiting;
    private readonly bool bothEnds;
    private readonly ITimer timer;
    private bool isNewestNext;

    /// <param name="limit">The units of all shares together.</param>
    /// <param name="shareTime">How long a share may last while others wait; null for without limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="mostWaiting">How many shares may wait. Default: any number.</param>
    /// <param name="bothEnds">
    /// True to grant the newest and the oldest waiting share of a client in turn: a new one does not wait behind many
    /// that are never used, nor an old one for many that come again at once. Default: the oldest first.
    /// </param>
    public ClientBudget(
        long limit, ShareTime? shareTime, TimeProvider time, int mostWaiting = int.MaxValue, bool bothEnds = false)
    {
        this.limit = limit;
        this.shareTime = shareTime;
        this.time = time;
        this.mostWaiting = mostWaiting;
        this.bothEnds = bothEnds;
        timer = time.CreateTimer(_ => GiveUpExpired(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long Used => used.All;

    /// <summary>Takes a share, and waits until there are enough units for it.</summary>
    /// <param name="client">The client that uses it.</param>
    /// <param name="units">The units; more than the limit count as the limit.</param>
    /// <param name="giveUp">Called when the share is given up after it was granted; it must not throw.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The share; disposing it gives the units back.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled, or too many shares wait.</exception>
    public async Task<ClientShare> TakeAsync(string client, long units, Action giveUp, CancellationToken ct)
    {
        var share = new ClientShare(this, client, Math.Min(units, limit), giveUp);
        Add(share);
        try
        {
            await share.Granted.WaitAsync(ct);
            return share;
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    public void End(ClientShare share)
    {
        lock (gate)
        {
            Remove(share);
        }

        GiveUpExpired();
    }

    public void AddHold(ClientShare share, int change)
    {
        lock (gate)
        {
            share.AddHold(change, time);
        }

        GiveUpExpired();
    }

    public void Dispose() => timer.Dispose();

    private void Add(ClientShare share)
    {
        lock (gate)
        {
            waiting.AddLast(share.Node);
            Grant();
            RefuseExcess();
        }

        GiveUpExpired();
    }

    private void Remove(ClientShare share)
    {
        if (share.Node.List == granted)
        {
            used.Return(share);
        }

        share.Node.List?.Remove(share.Node);
        Grant();
    }

    // A share that does not fit keeps later ones waiting: otherwise small shares could always keep out a large one.
    private void Grant()
    {
        while (Next() is { } next && used.All + next.Units <= limit)
        {
            isNewestNext = bothEnds && !isNewestNext;
            waiting.Remove(next.Node);
            granted.AddLast(next.Node);
            used.Grant(next);
            next.Grant(time.GetTimestamp());
        }
    }

    private ClientShare? Next() => (isNewestNext ? waiting.Reverse() : waiting).MinBy(used.Of);

    private void RefuseExcess()
    {
        if (waiting.Count > mostWaiting)
        {
            var client = waiting.CountBy(share => share.Client).MaxBy(count => count.Value).Key;
            var oldest = waiting.First(share => share.Client == client);
            waiting.Remove(oldest.Node);
            oldest.Refuse();
        }
    }

    private void GiveUpExpired()
    {
        while (TakeExpired() is { } share)
        {
            share.GiveUp();
        }
    }

    // Takes the share that expired first, of the clients that have the most units. When none of theirs has expired, the
    // timer is set for the next one.
    private ClientShare? TakeExpired()
    {
        lock (gate)
        {
            if (shareTime is null || waiting.Count == 0 || granted.Count == 0)
            {
                return null;
            }

            var (next, left) = NextToExpire(shareTime);
            if (left > TimeSpan.Zero)
            {
                timer.Change(left, Timeout.InfiniteTimeSpan);
                return null;
            }

            Remove(next);
            return next;
        }
    }

    private (ClientShare Share, TimeSpan Left) NextToExpire(ShareTime times)
    {
        var fair = times.For(waiting.Sum(share => share.Units), limit);
        var most = granted.Max(used.Of);
        return granted.Where(share => used.Of(share) == most)
            .Select(share => (share, left: share.TimeLeft(fair, times.WithHolds, time)))
            .MinBy(next => next.left);
    }
}
