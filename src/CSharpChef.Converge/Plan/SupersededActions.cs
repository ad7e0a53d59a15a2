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
        var restarts = actions.Where(action => SetsState(action, ServiceState.Restarted, ServiceState.Reloaded))
            .ToLookup(ServiceName);
        return actions.Select(action => SetsState(action, ServiceState.Started, ServiceState.Restarted)
            ? action with { Supersedes = NumbersOf(restarts[ServiceName(action)], action) }
            : action);
    }

    private static bool SetsState(PlannedAction action, params ServiceState[] states) =>
        action.Steps is [ServiceStep step] && states.Contains(step.State);

    private static List<int> NumbersOf(IEnumerable<PlannedAction> actions, PlannedAction except) =>
        [.. actions.Select(action => action.Number).Where(number => number != except.Number)];

    private static string ServiceName(PlannedAction action) => action.Steps[0].Subject.Name;
}
