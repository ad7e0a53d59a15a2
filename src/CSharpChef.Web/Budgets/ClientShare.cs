namespace CSharpChef.Web.Budgets;

/// <summary>
/// The part of a <see cref="ClientBudget"/> that one call has or waits for; disposing it gives it back.
/// </summary>
internal sealed class ClientShare : IDisposable
{
    private readonly ClientBudget budget;
    private readonly Action giveUp;
    private readonly TaskCompletionSource granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>The timestamp at which the share was granted.</summary>
    public long Since { get; private set; }

    public Task Granted => granted.Task;

    public void Grant(long now)
    {
        Since = now;
        granted.SetResult();
    }

    public void GiveUp() => giveUp();

    public void Dispose() => budget.End(this);
}
