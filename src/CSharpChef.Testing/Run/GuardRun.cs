namespace CSharpChef.Testing;

/// <summary>Asks the guards of one action.</summary>
internal static class GuardRun
{
    private const int LongestShown = 120;

    /// <summary>The index of the first guard that prevents the action; null when the action may run.</summary>
    /// <exception cref="StepFailure">A guard cannot be judged.</exception>
    public static int? Refusing(StepRun run) => run.Action.Guards.Index()
        .Where(guard => !Allows(guard.Item, guard.Index + 1, run)).Select(guard => (int?)guard.Index).FirstOrDefault();

    private static bool Allows(Guard guard, int index, StepRun run)
    {
        if (Surroundings.Obstacle(run, Cwd(run.Action.Resource)) is { } obstacle)
        {
            return CannotJudge(guard, index, obstacle, run);
        }

        var answer = run.Machine.Commands.Run("guard", guard.Command, guard.Command);
        return ShellComplaint.In(answer) is { } complaint
            ? CannotJudge(guard, index, run.Action.Sensitive ? $"exit code {answer.ExitCode}" : complaint, run)
            : answer.ExitCode == 0 == guard.MustSucceed;
    }

    // In a plan, what the guard needs may come with the changes before it.
    private static bool CannotJudge(Guard guard, int index, string reason, StepRun run)
    {
        if (run is not { Planning: true, UnaskedNote: { } note })
        {
            throw new StepFailure($"guard {index}{Shown(guard, run)} cannot be judged: {reason}");
        }

        run.Note(note);
        return true;
    }

    private static string Shown(Guard guard, StepRun run) => run.Action.Sensitive || guard.Command.Length > LongestShown
        ? ""
        : $" ({string.Join(' ', guard.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries))})";

    private static string Cwd(Resource resource) => resource.Surroundings?.Cwd ?? "/";
}
