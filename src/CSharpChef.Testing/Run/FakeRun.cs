using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>Runs a plan on a fake machine: own turns, notifications, and what a failure leaves undone.</summary>
internal sealed class FakeRun(FakeMachine machine, ConvergePlan plan, ConvergeMode mode)
{
    private readonly List<ActionResult> results = [];
    private readonly DelayedQueue delayed = new();

    /// <summary>What is queued for the next plan of the same run, when a barrier ended this one.</summary>
    public IReadOnlyList<int> Owed => delayed.Waiting;

    /// <summary>One result for each time an action ran, in that order, then those whose turn never came.</summary>
    public IReadOnlyList<ActionResult> Run()
    {
        plan.Owed.ToList().ForEach(delayed.Add);
        var succeeded = plan.Actions.Where(action => action.OwnTurn).All(Succeeds);
        while ((plan.Final || !succeeded) && delayed.Next() is { } number)
        {
            _ = Succeeds(plan[number]);
        }

        var done = results.Select(result => result.Number).ToHashSet();
        return [.. results, .. plan.Actions
            .Where(action => action.OwnTurn && !done.Contains(action.Number))
            .Select(action => new ActionResult(action.Number, ResultStatus.NotRun))];
    }

    /// <summary>Runs an action and whatever it notifies at once; false ends the own turns.</summary>
    private bool Succeeds(PlannedAction action)
    {
        var result = ActionRun.Of(machine, action, mode == ConvergeMode.Plan);
        results.Add(result);
        return result.Status == ResultStatus.Changed
            ? Notifies(action)
            : result.Status != ResultStatus.Failed || result.Ignored;
    }

    // The queue gets its own even when a receiver at once fails: the sender will not change again to ask anew.
    private bool Notifies(PlannedAction action)
    {
        foreach (var number in action.Settles)
        {
            delayed.Settle(number);
        }

        var succeeded = action.Immediate.All(number => Succeeds(plan[number]));
        foreach (var number in action.Delayed)
        {
            delayed.Add(number);
        }

        return succeeded;
    }
}
