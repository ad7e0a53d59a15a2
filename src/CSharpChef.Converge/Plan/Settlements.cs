namespace CSharpChef.Converge.Plan;

/// <summary>
/// Which queued actions an action makes needless: those that only restart or reload a service it starts or restarts.
/// </summary>
internal static class Settlements
{
    public static IEnumerable<PlannedAction> Resolved(IReadOnlyList<PlannedAction> actions)
    {
        var queued = actions.Where(action => Only(action, ServiceState.Restarted, ServiceState.Reloaded))
            .ToLookup(Service);
        return actions.Select(action => Only(action, ServiceState.Started, ServiceState.Restarted)
            ? action with { Settles = Numbers(queued[Service(action)].Where(other => other.Number != action.Number)) }
            : action);
    }

    private static bool Only(PlannedAction action, params ServiceState[] states) =>
        action.Steps is [ServiceStep step] && states.Contains(step.State);

    private static List<int> Numbers(IEnumerable<PlannedAction> actions)
    {
        var numbers = new List<int>();
        foreach (var action in actions)
        {
            numbers.Add(action.Number);
        }

        return numbers;
    }

    private static string Service(PlannedAction action) => action.Steps[0].Subject.Name;
}
