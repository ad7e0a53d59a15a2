using CSharpChef.Recipes.Steps;

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
        var visited = new HashSet<int>();
        foreach (var action in plan.Actions)
        {
            RefuseCircle(plan, action, [action], visited);
        }
    }

    private static void RefuseContradictingSteps(ConvergePlan plan)
    {
        var stepsBySubject = new Dictionary<Subject, List<PlannedStep>>();
        foreach (var action in plan.Actions.Where(action => action is { IsScheduled: true, Guards.Count: 0 }))
        {
            foreach (var step in action.Steps)
            {
                var others = stepsBySubject.GetValueOrDefault(step.Subject, []);
                if (others.Find(other => other.Step.Contradicts(step)) is { Action: var earlier })
                {
                    throw new RecipeException($"{action.Resource.DeclaredAt}: {Words(action, earlier, step.Subject)}");
                }

                stepsBySubject[step.Subject] = [.. others, new PlannedStep(action, step)];
            }
        }
    }

    private static string Words(PlannedAction action, PlannedAction earlier, Subject subject) =>
        action.Resource == earlier.Resource
            ? $"the actions {earlier.Action} and {action.Action} of {action.Resource} contradict each other about "
                + $"{subject}: keep one of them"
            : $"{action.Resource} contradicts {earlier.Resource} at {earlier.Resource.DeclaredAt} about {subject}: "
                + "keep one of them, or guard them";

    private static void RefuseCircle(
        ConvergePlan plan, PlannedAction action, IReadOnlyList<PlannedAction> path, HashSet<int> visited)
    {
        if (!visited.Add(action.Number))
        {
            return;
        }

        foreach (var next in plan.Numbered(action.Immediate))
        {
            if (path.Contains(next))
            {
                var circle = string.Join(" → ", path.Append(next));
                throw new RecipeException(
                    $"{path[0].Resource.DeclaredAt}: immediate notifications go in a circle: {circle}: make one of them delayed");
            }

            RefuseCircle(plan, next, [.. path, next], visited);
        }
    }

    // A class: the framework's generic code for a list of structs would be compiled in every process.
    private sealed record PlannedStep(PlannedAction Action, Step Step);
}
