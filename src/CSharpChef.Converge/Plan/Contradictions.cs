namespace CSharpChef.Converge.Plan;

/// <summary>
/// Refuses plans that could never come to rest: two unguarded wants of one subject, and immediate notifications in a
/// circle.
/// </summary>
internal static class Contradictions
{
    public static void Refuse(ConvergePlan plan)
    {
        RefuseFights(plan);
        var seen = new HashSet<int>();
        foreach (var action in plan.Actions)
        {
            RefuseCircle(plan, action, [action], seen);
        }
    }

    private static void RefuseFights(ConvergePlan plan)
    {
        var seen = new Dictionary<Subject, List<(PlannedAction Action, Step Step)>>();
        foreach (var action in plan.Actions.Where(action => action is { OwnTurn: true, Guards.Count: 0 }))
        {
            foreach (var step in action.Steps)
            {
                var others = seen.GetValueOrDefault(step.Subject, []);
                if (others.Find(other => Fight(other.Step, step)) is ({ } earlier, _))
                {
                    throw new RecipeException(
                        $"{action.Resource.DeclaredAt}: {action.Resource} wants something else of {step.Subject} than "
                            +
                        $"{earlier.Resource} at {earlier.Resource.DeclaredAt}: keep one of them, or guard them");
                }

                seen[step.Subject] = [.. others, (action, step)];
            }
        }
    }

    private static bool Fight(Step one, Step other) => (one, other) switch
    {
        (TouchStep, _) or (_, TouchStep) or (LogStep, _) or (CommandStep, _) or (LineStep, _) => false,
        (FileStep a, FileStep b) => Differ(a.Content?.Sha256, b.Content?.Sha256)
            || Differ(a.Mode, b.Mode) || Differ(a.Owner, b.Owner) || Differ(a.Group, b.Group),
        (DirectoryStep a, DirectoryStep b) =>
            Differ(a.Mode, b.Mode) || Differ(a.Owner, b.Owner) || Differ(a.Group, b.Group),
        (ServiceStep a, ServiceStep b) => Opposite(a.State, b.State) || Opposite(b.State, a.State),
        (PackageStep a, PackageStep b) => (a.State is PackageState.Removed
            or PackageState.Purged) != (b.State is PackageState.Removed or PackageState.Purged)
            || Differ(a.Version, b.Version),
        (UserStep a, UserStep b) => Differ(a.Uid, b.Uid) || Differ(a.Group, b.Group) || Differ(a.Home, b.Home)
            || Differ(a.Shell, b.Shell) || Differ(a.Locked, b.Locked),
        (GroupStep a, GroupStep b) => Differ(a.Gid, b.Gid),
        _ => one.GetType() != other.GetType() || !one.Equals(other),
    };

    private static bool Differ<T>(T? one, T? other) => one is not null && other is not null && !one.Equals(other);

    private static bool Opposite(ServiceState one, ServiceState other) => (one, other) is
        (ServiceState.Enabled, ServiceState.Disabled or ServiceState.Masked)
        or (ServiceState.Started, ServiceState.Stopped)
        or (ServiceState.Started, ServiceState.Masked);

    private static void RefuseCircle(
        ConvergePlan plan, PlannedAction action, IReadOnlyList<PlannedAction> path, HashSet<int> seen)
    {
        if (!seen.Add(action.Number))
        {
            return;
        }

        foreach (var next in action.Immediate.Select(number => plan[number]))
        {
            if (path.Contains(next))
            {
                var circle = string.Join(" → ", path.Append(next));
                throw new RecipeException(
                    $"{path[0].Resource.DeclaredAt}: immediate notifications go in a circle: {circle}: make one of them delayed");
            }

            RefuseCircle(plan, next, [.. path, next], seen);
        }
    }
}
