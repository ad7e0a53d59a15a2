namespace CSharpChef.Web.Budgets;

/// <summary>
/// Divides a number of units, such as bytes of bodies in memory or connections, between clients. A share that does not
/// fit waits, and the next to be granted is the one whose client has the fewest units: many calls of one client do not
/// keep out another. While shares wait, granted ones whose time has passed are given up, first those of the client that
/// has the most units. A share that waits is not given up; when too many wait, the newest of the client that has the
/// most of them is refused.
/// </summary>
internal sealed class ClientBudget : IDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<ClientShare> granted = [];
    private readonly LinkedList<ClientShare> waiting = [];
    private readonly Dictionary<string, long> usedBy = new(StringComparer.Ordinal);
    private readonly long limit;
    private readonly ShareTime? shareTime;
    private readonly TimeProvider time;
    private readonly int mostWaiting;
    private readonly ITimer timer;
    private long used;

    /// <param name="limit">The units of all shares together.</param>
    /// <param name="shareTime">How long a share may last while others wait; null for without limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="mostWaiting">How many shares may wait. Default: any number.</param>
    public ClientBudget(long limit, ShareTime? shareTime, TimeProvider time, int mostWaiting = int.MaxValue)
    {
        this.limit = limit;
        this.shareTime = shareTime;
        this.time = time;
        this.mostWaiting = mostWaiting;
        timer = time.CreateTimer(_ => GiveUpExpired(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long Used => Interlocked.Read(ref used);

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
            share.AddHold(change, time.GetTimestamp());
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
            Use(share.Client, -share.Units);
        }

        share.Node.List?.Remove(share.Node);
        Grant();
    }

    // A share that does not fit keeps later ones waiting: otherwise small shares could always keep out a large one.
    private void Grant()
    {
        while (waiting.MinBy(share => UsedBy(share.Client)) is { } next && used + next.Units <= limit)
        {
            waiting.Remove(next.Node);
            granted.AddLast(next.Node);
            Use(next.Client, next.Units);
            next.Grant(time.GetTimestamp());
        }
    }

    private void RefuseExcess()
    {
        if (waiting.Count > mostWaiting)
        {
            var client = waiting.CountBy(share => share.Client).MaxBy(count => count.Value).Key;
            var newest = waiting.Last(share => share.Client == client);
            waiting.Remove(newest.Node);
            newest.Refuse();
        }
    }

    private void Use(string client, long units)
    {
        used += units;
        usedBy[client] = UsedBy(client) + units;
        if (usedBy[client] == 0)
        {
            usedBy.Remove(client);
        }
    }

    private long UsedBy(string client) => usedBy.GetValueOrDefault(client);

    private void GiveUpExpired()
    {
        while (TakeExpired() is { } share)
        {
            share.GiveUp();
        }
    }

    // A share of the clients that have the most units. Sets the timer when no time of their shares has passed yet.
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
        var most = granted.Max(share => UsedBy(share.Client));
        return granted.Where(share => UsedBy(share.Client) == most)
            .Select(share => (share, left: share.TimeLeft(fair, times.WithHolds, time)))
            .MinBy(next => next.left);
    }
}
