using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>
/// Runs a plan on a fake machine: scheduled actions, notifications, and the actions that a failure prevents.
/// </summary>
internal sealed class FakeRun(FakeMachine machine, ConvergePlan plan, ConvergeMode mode)
{
    private readonly List<ActionResult> results = [];
    private readonly DelayedQueue delayed = new();
    private readonly HashSet<int> kept = [];

    // What a package brings rarely changes what the package manager knows.
    private bool HasEarlierChange => plan.ChangesBefore.Count > 0 || results.Any(result =>
        result.Status == ResultStatus.Changed && plan[result.Number].Steps.Any(step => step is not PackageStep));

    /// <summary>The actions that wait for the next plan of the same run, when a barrier ended this one.</summary>
    public IReadOnlyList<int> Pending => delayed.Waiting;

    /// <summary>The notified actions that failed or did not run, which the next run of their recipe runs.</summary>
    public IReadOnlyList<int> StillPending => [.. kept];

    /// <summary>
    /// One result for each time an action ran, in that order, then one for each scheduled action that did not run.
    /// </summary>
    public IReadOnlyList<ActionResult> Run()
    {
        plan.Pending.Concat(machine.Pending.In(plan, immediate: false)).ToList().ForEach(delayed.Add);
        var late = machine.Pending.Late(plan).ToList();
        late.Where(each => !each.IsImmediate).ToList().ForEach(each => delayed.Add(each.Number));
        machine.Pending.In(plan, immediate: true)
            .Concat(late.Where(each => each.IsImmediate).Select(each => each.Number))
            .Distinct().ToList().ForEach(RunFirst);
        var succeeded = plan.Actions.Where(action => action.IsScheduled).All(Succeeds);
        while ((plan.Final || !succeeded) && delayed.Next() is { } number)
        {
            _ = SucceedsNotified(number, immediate: false);
        }

        if (mode == ConvergeMode.Converge)
        {
            machine.Pending.Drop(plan);
            machine.Pending.ForgetSenders(plan);
        }

        var done = results.Select(result => result.Number).ToHashSet();
        return [.. results, .. plan.Actions
            .Where(action => action.IsScheduled && !done.Contains(action.Number))
            .Select(action => new ActionResult(action.Number, ResultStatus.NotRun))];
    }

    /// <summary>
    /// Runs what an earlier run left pending. When it fails it runs again at the end: this run may mend the cause.
    /// </summary>
    private void RunFirst(int number)
    {
        if (Of(plan[number]) is { Status: not ResultStatus.Failed } result)
        {
            results.Add(result);
            Done(plan[number]);
            _ = result.Status != ResultStatus.Changed || Notifies(plan[number]);
        }
        else
        {
            delayed.Add(number);
        }
    }

    private bool SucceedsNotified(int number, bool immediate)
    {
        var succeeded = Succeeds(plan[number]);
        if (results.FindLast(result => result.Number == number)!.Status != ResultStatus.Failed)
        {
            Done(plan[number]);
        }
        else
        {
            Keep(plan[number], immediate);
        }

        return succeeded;
    }

    private void Done(PlannedAction action)
    {
        if (mode == ConvergeMode.Converge)
        {
            kept.Remove(action.Number);
            machine.Pending.Remove(action);
        }
    }

    private void Keep(PlannedAction action, bool immediate)
    {
        if (mode == ConvergeMode.Converge)
        {
            kept.Add(action.Number);
            machine.Pending.Add(action, immediate);
        }
    }

    private ActionResult Of(PlannedAction action) =>
        ActionRun.Of(machine, action, mode == ConvergeMode.Plan, UnaskedNote(), HasEarlierChange);

    /// <summary>Runs an action and its immediate notifications. False ends the scheduled actions.</summary>
    private bool Succeeds(PlannedAction action)
    {
        var result = Of(action);
        results.Add(result);
        // A command that failed runs again in the next run.
        if (result.Status == ResultStatus.Failed && result.Changes.Any(change => change != CommandStep.Run))
        {
            action.Immediate.ToList().ForEach(number => Keep(plan[number], immediate: true));
            action.Delayed.ToList().ForEach(number => Keep(plan[number], immediate: false));
        }

        return result.Status == ResultStatus.Changed
            ? Notifies(action)
            : result.Status != ResultStatus.Failed || result.Ignored;
    }

    private string? UnaskedNote() =>
        mode == ConvergeMode.Plan
            && (plan.ChangesBefore.Count > 0 || results.Exists(result => result.Status == ResultStatus.Changed))
            ? UnaskedGuard.Note(plan, results)
            : null;

    // Delayed notifications are queued even when an immediate one fails: in the next run the sender changes nothing.
    private bool Notifies(PlannedAction action)
    {
        if (!plan.Final && mode == ConvergeMode.Converge)
        {
            machine.Pending.Sent(action);
        }

        foreach (var number in action.Supersedes)
        {
            delayed.Remove(number);
        }

        var started = action.Immediate.TakeWhile(number => SucceedsNotified(number, immediate: true)).Count();
        foreach (var number in action.Immediate.Skip(started + 1))
        {
            Keep(plan[number], immediate: true);
        }

        foreach (var number in action.Delayed)
        {
            delayed.Add(number);
        }

        return started == action.Immediate.Count;
    }
}
