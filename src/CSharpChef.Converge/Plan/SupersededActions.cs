using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Finds the queued actions that another action supersedes: those that only restart or reload a service which the other
/// action starts or restarts.
/// </summary>
internal static class SupersededActions
{
    /// <summary>Returns the actions, each with the numbers of the actions that it supersedes.</summary>
    public static IEnumerable<PlannedAction> Resolve(IReadOnlyList<PlannedAction> actions)
    {
        var restarts = actions.Where(action => StateOf(action) is ServiceState.Restarted or ServiceState.Reloaded)
            .ToLookup(ServiceName);
        return actions.Select(action => StateOf(action) is ServiceState.Started or ServiceState.Restarted
            ? action with { Supersedes = NumbersOf(restarts[ServiceName(action)], action) }
            : action);
    }

    private static ServiceState? StateOf(PlannedAction action) =>
        action.Steps is [ServiceStep step] ? step.State : null;

    private static List<int> NumbersOf(IEnumerable<PlannedAction> actions, PlannedAction except)
    {
        var numbers = new List<int>();
        foreach (var action in actions.Where(action => action.Number != except.Number))
        {
            numbers.Add(action.Number);
        }

        return numbers;
    }

    private static string ServiceName(PlannedAction action) => action.Steps[0].Subject.Name;
}
