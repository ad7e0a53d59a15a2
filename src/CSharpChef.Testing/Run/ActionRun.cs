using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// Runs one action once: its guards, then its steps. After a failure it retries both as often as its resource allows.
/// </summary>
internal static class ActionRun
{
    public static ActionResult Of(FakeMachine machine, PlannedAction action, bool planning)
    {
        var run = new StepRun(machine, action, planning);
        for (var retries = action.Resource.Retries; ; retries--)
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
            }
        }
    }

    private static ActionResult RunOnce(StepRun run)
    {
        if (run.Action.Guards.ToList().FindIndex(guard => !Allows(guard, run)) is >= 0 and var refusing)
        {
            var reason = run.Action.Redacted().Guards[refusing].ToString();
            return new ActionResult(run.Action.Number, ResultStatus.Skipped) { Reason = reason };
        }

        foreach (var step in run.Action.Steps)
        {
            StepFakes.Run(step, run);
        }

        return new ActionResult(
            run.Action.Number, run.Changes.Count > 0 ? ResultStatus.Changed : ResultStatus.Unchanged)
        {
            Changes = run.Changes,
            OldText = run.OldText,
            Reason = run.NoteText,
        };
    }

    // No command can run as a user that does not exist.
    private static bool Allows(Guard guard, StepRun run) =>
        IsUser(run.Action.Resource.RunAs, run.Machine)
            && run.Machine.Commands.Run("guard", guard.Command, guard.Command).ExitCode == 0
            ? guard.MustSucceed
            : !guard.MustSucceed;

    private static bool IsUser(string? name, FakeMachine machine) =>
        name is null || machine.Accounts.User(name) is not null;

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
