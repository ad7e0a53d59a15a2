namespace CSharpChef.Testing;

/// <summary>Runs one action once: its guards, then its steps, again after a failure as often as its resource says.</summary>
internal static class ActionRun
{
    public static ActionResult Of(FakeMachine machine, PlannedAction action, bool planning)
    {
        if (action.Guards.FirstOrDefault(guard => !Agrees(machine, guard)) is { } no)
        {
            return new ActionResult(action.Number, ResultStatus.Skipped) { Reason = no.ToString() };
        }

        var run = new StepRun(machine, action, planning);
        return Tried(run) is { } failure ? Failed(run, failure) : new ActionResult(action.Number, Status(run))
        {
            Changes = run.Changes,
            OldText = run.OldText,
        };
    }

    private static bool Agrees(FakeMachine machine, Guard guard) =>
        machine.Commands.Run("guard", guard.Command, guard.Command).ExitCode == 0 == guard.MustSucceed;

    private static ResultStatus Status(StepRun run) => run.Changes.Count > 0 ? ResultStatus.Changed : ResultStatus.Unchanged;

    private static StepFailure? Tried(StepRun run)
    {
        for (var left = run.Action.Resource.Retries; ; left--)
        {
            try
            {
                foreach (var step in run.Action.Steps)
                {
                    StepFakes.Run(step, run);
                }

                return null;
            }
            catch (StepFailure failure) when (left <= 0)
            {
                return failure;
            }
            catch (StepFailure)
            {
                // The next try goes on from what this one left.
            }
        }
    }

    private static ActionResult Failed(StepRun run, StepFailure failure) => new(run.Action.Number, ResultStatus.Failed)
    {
        Changes = run.Changes,
        OldText = run.OldText,
        Reason = failure.Message,
        Output = run.Action.Sensitive ? null : failure.Output,
        Ignored = run.Action.Resource.IgnoreFailure,
    };
}
