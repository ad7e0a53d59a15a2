using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// Runs a plan on a fake machine: scheduled actions, notifications, and the actions that a failure prevents.
/// </summary>
internal sealed class FakeRun(FakeMachine machine, ConvergePlan plan, ConvergeMode mode)
{
    private readonly List<ActionResult> results = [];
    private readonly DelayedQueue delayed = new();

    // What a package brings rarely changes what the package manager knows.
    private bool HasEarlierChange => results.Any(result =>
        result.Status == ResultStatus.Changed && plan[result.Number].Steps.Any(step => step is not PackageStep));

    /// <summary>The actions that wait for the next plan of the same run, when a barrier ended this one.</summary>
    public IReadOnlyList<int> Pending => delayed.Waiting;

    /// <summary>
    /// One result for each time an action ran, in that order, then one for each scheduled action that did not run.
    /// </summary>
    public IReadOnlyList<ActionResult> Run()
    {
        plan.Pending.ToList().ForEach(delayed.Add);
        var succeeded = plan.Actions.Where(action => action.IsScheduled).All(Succeeds);
        while ((plan.Final || !succeeded) && delayed.Next() is { } number)
        {
            _ = Succeeds(plan[number]);
        }

        var done = results.Select(result => result.Number).ToHashSet();
        return [.. results, .. plan.Actions
            .Where(action => action.IsScheduled && !done.Contains(action.Number))
            .Select(action => new ActionResult(action.Number, ResultStatus.NotRun))];
    }

    /// <summary>Runs an action and its immediate notifications. False ends the scheduled actions.</summary>
    private bool Succeeds(PlannedAction action)
    {
        var result = ActionRun.Of(machine, action, mode == ConvergeMode.Plan, UnaskedNote(), HasEarlierChange);
        results.Add(result);
        return result.Status == ResultStatus.Changed
            ? Notifies(action)
            : result.Status != ResultStatus.Failed || result.Ignored;
    }

    private string? UnaskedNote() =>
        plan.ChangesBefore.Count > 0 || results.Exists(result => result.Status == ResultStatus.Changed)
            ? UnaskedGuard.Note(plan, results)
            : null;

    // Delayed notifications are queued even when an immediate one fails: in the next run the sender changes nothing.
    private bool Notifies(PlannedAction action)
    {
        foreach (var number in action.Supersedes)
        {
            delayed.Remove(number);
        }

        var succeeded = action.Immediate.All(number => Succeeds(plan[number]));
        foreach (var number in action.Delayed)
        {
            delayed.Add(number);
        }

        return succeeded;
    }
}
