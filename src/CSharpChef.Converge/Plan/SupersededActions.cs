namespace CSharpChef.Converge.Plan;

/// <summary>
/// Finds the queued actions that another action supersedes: those that only restart or reload a service which the other
/// action starts or restarts.
/// </summary>
internal static class SupersededActions
{
    /// <summary>The same actions, each with the actions that it supersedes.</summary>
    public static IEnumerable<PlannedAction> Resolve(IReadOnlyList<PlannedAction> actions)
    {
        var restarts = actions.Where(action => Does(action, ServiceState.Restarted, ServiceState.Reloaded))
            .ToLookup(Service);
        return actions.Select(action => Does(action, ServiceState.Started, ServiceState.Restarted)
            ? action with { Supersedes = Others(restarts[Service(action)], action) }
            : action);
    }

    private static bool Does(PlannedAction action, params ServiceState[] states) =>
        action.Steps is [ServiceStep step] && states.Contains(step.State);

    private static List<int> Others(IEnumerable<PlannedAction> actions, PlannedAction except)
    {
        var numbers = new List<int>();
        foreach (var action in actions.Where(action => action.Number != except.Number))
        {
            numbers.Add(action.Number);
        }

        return numbers;
    }

    private static string Service(PlannedAction action) => action.Steps[0].Subject.Name;
}
