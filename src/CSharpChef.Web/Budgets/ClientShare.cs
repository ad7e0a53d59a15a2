namespace CSharpChef.Web.Budgets;

/// <summary>
/// The part of a <see cref="ClientBudget"/> that one call or connection has or waits for; disposing it gives it back.
/// </summary>
internal sealed class ClientShare : IDisposable
{
    private readonly ClientBudget budget;
    private readonly Action giveUp;
    private readonly TaskCompletionSource granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int holds;
    private long grantedAt;
    private long changedAt;
    private TimeSpan unheld;

    public ClientShare(ClientBudget budget, string client, long units, Action giveUp)
    {
        this.budget = budget;
        this.giveUp = giveUp;
        Client = client;
        Units = units;
        Node = new(this);
    }

    public string Client { get; }

    public long Units { get; }

    /// <summary>The place in the list of the shares that wait, or of those that were granted.</summary>
    public LinkedListNode<ClientShare> Node { get; }

    public Task Granted => granted.Task;

    public void Grant(long now)
    {
        (grantedAt, changedAt) = (now, now);
        granted.SetResult();
    }

    public void Refuse() => granted.SetCanceled();

    /// <summary>
    /// Changes the number of holds until the result is disposed. While there are some, the client waits for the server,
    /// and not the server for the client.
    /// </summary>
    public IDisposable AddHold(int change)
    {
        budget.AddHold(this, change);
        return new Holding(this, change);
    }

    /// <summary>Changes the number of holds; the budget calls it for one share at a time.</summary>
    public void AddHold(int change, TimeProvider time)
    {
        unheld = Unheld(time);
        changedAt = time.GetTimestamp();
        holds += change;
    }

    /// <summary>The time that is left of the share while others wait; not positive when it has passed.</summary>
    /// <param name="fair">The time that a share may last without being held.</param>
    /// <param name="withHolds">The time that it has together with its holds.</param>
    /// <param name="time">The clock.</param>
    public TimeSpan TimeLeft(TimeSpan fair, TimeSpan withHolds, TimeProvider time)
    {
        var all = withHolds - time.GetElapsedTime(grantedAt);
        var left = fair - Unheld(time);
        return holds > 0 || left > all ? all : left;
    }

    public void GiveUp() => giveUp();

    public void Dispose() => budget.End(this);

    private TimeSpan Unheld(TimeProvider time) => holds > 0 ? unheld : unheld + time.GetElapsedTime(changedAt);

    private sealed class Holding(ClientShare share, int change) : IDisposable
    {
        public void Dispose() => share.budget.AddHold(share, -change);
    }
}
