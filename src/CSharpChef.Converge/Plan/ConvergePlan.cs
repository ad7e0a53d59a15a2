using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// What a run does on one node. Scheduled actions run in order. Queued actions run after them, also after a failure, in
/// the order in which they were queued: each once for all notifications that arrive while it waits, and at most twice.
/// </summary>
internal sealed record ConvergePlan(IReadOnlyList<PlannedAction> Actions)
{
    /// <summary>
    /// Neighbouring package installs that run as one transaction: the numbers of the actions of each batch.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> PackageBatches { get; init; } = [];

    /// <summary>
    /// The resources that were declared since the last barrier, in order, also those that have no action to run.
    /// </summary>
    public IReadOnlyList<Resource> Declared { get; init; } = [];

    /// <summary>The actions that an earlier program of the same run queued.</summary>
    public IReadOnlyList<int> Pending { get; init; } = [];

    /// <summary>The notifications whose senders an earlier program of the run converged.</summary>
    public IReadOnlyList<LateNotification> Late { get; init; } = [];

    /// <summary>
    /// The notified actions of the earlier programs of the run, which have dealt with what earlier runs left of them.
    /// </summary>
    public IReadOnlyList<PlannedAction> NotifiedBefore { get; init; } = [];

    /// <summary>
    /// The recipes of the run, such as web::default, once all of them have declared their resources; else none.
    /// </summary>
    public IReadOnlyList<string> Recipes { get; init; } = [];

    /// <summary>What the recipes have published until the next barrier.</summary>
    public IReadOnlyDictionary<string, string> Published { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The fetched cookbooks that the run uses, each with its version and commit, for the journal on the node.
    /// </summary>
    public IReadOnlyList<string> Cookbooks { get; init; } = [];

    /// <summary>False when a barrier ends the plan: its queue then passes to the next program.</summary>
    public bool Final { get; init; } = true;

    /// <summary>
    /// In a plan, the resources that the earlier programs of the run would change, as they may be shown.
    /// </summary>
    public IReadOnlyList<string> ChangesBefore { get; init; } = [];

    /// <summary>The texts that no journal may contain.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>The actions that another one notifies, also one of an earlier program of the run.</summary>
    public IReadOnlyList<PlannedAction> NotifiedActions
    {
        get
        {
            var isNotified = new bool[Actions.Count + 1];
            foreach (var numbers in Actions.Select(action => action.Notified).Append(Pending))
            {
                foreach (var number in numbers)
                {
                    isNotified[number] = true;
                }
            }

            foreach (var late in Late)
            {
                isNotified[late.Number] = true;
            }

            return [.. Actions.Where(action => isNotified[action.Number])];
        }
    }

    public PlannedAction this[int number] => Actions[number - 1];

    /// <summary>The actions with these numbers, in the order of the numbers.</summary>
    public IReadOnlyList<PlannedAction> Numbered(IReadOnlyList<int> numbers)
    {
        var actions = new List<PlannedAction>(numbers.Count);
        foreach (var number in numbers)
        {
            actions.Add(this[number]);
        }

        return actions;
    }
}
