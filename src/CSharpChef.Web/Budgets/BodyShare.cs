namespace CSharpChef.Web.Budgets;

/// <summary>The part of a <see cref="BodyBudget"/> that one body has; disposing it gives the part back.</summary>
internal sealed class BodyShare : IDisposable
{
    private readonly BodyBudget budget;
    private readonly Action giveUp;
    private TaskCompletionSource granted = new();

    public BodyShare(BodyBudget budget, Action giveUp, long since)
    {
        this.budget = budget;
        this.giveUp = giveUp;
        Since = since;
        Node = new(this);
        WaitingNode = new(this);
    }

    /// <summary>The place in the list of all bodies.</summary>
    public LinkedListNode<BodyShare> Node { get; }

    /// <summary>The place in the list of the bodies that wait for bytes.</summary>
    public LinkedListNode<BodyShare> WaitingNode { get; }

    /// <summary>The timestamp at which the body began.</summary>
    public long Since { get; }

    public long Bytes { get; private set; }

    /// <summary>The bytes that the body waits for.</summary>
    public int Asked { get; private set; }

    public Task Granted => granted.Task;

    public Task TakeAsync(int bytes, CancellationToken ct) => budget.TakeAsync(this, bytes, ct);

    public void Ask(int bytes)
    {
        if (Node.List is null)
        {
            throw new OperationCanceledException("The body was given up.");
        }

        Asked = bytes;
        granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Grant()
    {
        Bytes += Asked;
        granted.SetResult();
    }

    public void GiveUp() => giveUp();

    public void Dispose() => budget.End(this);
}
