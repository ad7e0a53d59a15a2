using CSharpChef.Converge.Plan;

namespace CSharpChef.Converge.Results;

/// <summary>A plan that a run has applied, with the results of its actions.</summary>
internal sealed record AppliedPlan(ConvergePlan Plan, IReadOnlyList<ActionResult> Results)
{
    /// <summary>Numbers of notified actions that the next plan of the run must run.</summary>
    public IReadOnlyList<int> Queued { get; init; } = [];

    /// <summary>
    /// Numbers of notified actions that failed or did not run: the next run of their recipe runs them.
    /// </summary>
    public IReadOnlyList<int> StillPending { get; init; } = [];

    /// <summary>True when its program goes on without us: an action without a result may still run.</summary>
    public bool IsStillRunning { get; init; }

    /// <summary>The actions that have changed something.</summary>
    public IEnumerable<PlannedAction> Changed =>
        Results.Where(result => result.Status == ResultStatus.Changed).Select(result => Plan[result.Number]);

    /// <summary>
    /// True when nothing of the plan is left to run: each scheduled action has its result, and so has each notified
    /// one.
    /// </summary>
    public bool IsComplete
    {
        get
        {
            var ended = new HashSet<int>(Results.Count);
            foreach (var result in Results)
            {
                ended.Add(result.Number);
            }

            return Plan.Actions.All(action => !action.IsScheduled || ended.Contains(action.Number))
                && ended.IsSupersetOf(Notified);
        }
    }

    /// <summary>Numbers of the actions that were notified and that no later change made unnecessary.</summary>
    public IReadOnlySet<int> Notified
    {
        get
        {
            var numbers = new HashSet<int>(Plan.Pending);
            foreach (var late in Plan.Late.Where(late => late.IsSent))
            {
                numbers.Add(late.Number);
            }

            var changed = Changed.ToList();
            changed.ForEach(action => numbers.UnionWith(action.Notified));
            changed.ForEach(action => numbers.ExceptWith(action.Supersedes));
            return numbers;
        }
    }
}
