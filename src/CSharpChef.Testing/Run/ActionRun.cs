using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// Runs one action once: its guards, then its steps. After a failure it retries both as often as its resource allows.
/// </summary>
internal static class ActionRun
{
    /// <param name="machine">The machine.</param>
    /// <param name="action">The action.</param>
    /// <param name="planning">Whether the run only finds out what would change.</param>
    /// <param name="unaskedNote">
    /// The note for a guard that cannot be judged in a plan; null when nothing would change before it.
    /// </param>
    /// <param name="hasEarlierChange">Whether an action before this one would change something.</param>
    public static ActionResult Of(
        FakeMachine machine,
        PlannedAction action,
        bool planning,
        string? unaskedNote = null,
        bool hasEarlierChange = false)
    {
        var run = new StepRun(machine, action, planning, hasEarlierChange) { UnaskedNote = unaskedNote };
        for (var retries = planning ? 0 : action.Resource.Retries; ; retries--)
        {
            try
            {
                return RunOnce(run);
            }
            catch (StepFailure failure) when (retries <= 0)
            {
                return FailedResult(run, failure);
            }
            catch (StepFailure)
            {
                // The next attempt continues from the state that this one left.
                run.BeginNextAttempt();
            }
        }
    }

    private static ActionResult RunOnce(StepRun run)
    {
        if (GuardRun.Refusing(run) is { } refusing)
        {
            var reason = run.Action.Redacted().Guards[refusing].ToString();
            return new ActionResult(run.Action.Number, ResultStatus.Skipped) { Reason = reason };
        }

        foreach (var step in run.Action.Steps)
        {
            StepFakes.Run(step, run);
        }

        return new ActionResult(
            run.Action.Number, run.HasChanged ? ResultStatus.Changed : ResultStatus.Unchanged)
        {
            Changes = run.Changes,
            Output = run.Action.Sensitive ? null : run.Output,
            OldText = run.OldText,
            Reason = run.NoteText,
        };
    }

    private static ActionResult FailedResult(StepRun run, StepFailure failure) =>
        new(run.Action.Number, ResultStatus.Failed)
        {
            Changes = run.Changes,
            OldText = run.OldText,
            Reason = failure.Message,
            ExitCode = failure.ExitCode,
            Output = run.Action.Sensitive ? null : failure.Output,
            Ignored = run.Action.Resource.IgnoreFailure,
        };
}
