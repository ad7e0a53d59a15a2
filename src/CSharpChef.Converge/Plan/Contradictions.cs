namespace CSharpChef.Converge.Plan;

/// <summary>
/// Refuses plans that no node can satisfy: contradicting unguarded steps for one subject, and immediate notifications
/// in a circle.
/// </summary>
internal static class Contradictions
{
    public static void Refuse(ConvergePlan plan)
    {
        RefuseContradictingSteps(plan);
        var visitedActions = new HashSet<int>();
        foreach (var action in plan.Actions)
        {
            RefuseCircle(plan, action, [action], visitedActions);
        }
    }

    private static void RefuseContradictingSteps(ConvergePlan plan)
    {
        var stepsOfSubjects = new Dictionary<Subject, List<(PlannedAction Action, Step Step)>>();
        foreach (var action in plan.Actions.Where(action => action is { IsScheduled: true, Guards.Count: 0 }))
        {
            foreach (var step in action.Steps)
            {
                var others = stepsOfSubjects.GetValueOrDefault(step.Subject, []);
                if (others.Find(other => other.Step.Contradicts(step)) is ({ } earlier, _))
                {
                    throw new RecipeException(
                        $"{action.Resource.DeclaredAt}: {action.Resource} contradicts {earlier.Resource} at "
                        + $"{earlier.Resource.DeclaredAt} about {step.Subject}: keep one of them, or guard them");
                }

                stepsOfSubjects[step.Subject] = [.. others, (action, step)];
            }
        }
    }

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
