namespace CSharpChef.Converge.Plan;

/// <summary>
/// Neighbouring installs that may become one transaction: any version, no options, no guard, no notification at once,
/// nobody's user.
/// </summary>
internal static class PackageGroups
{
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<PlannedAction> actions)
    {
        var groups = new List<List<int>>();
        var open = new List<int>();
        foreach (var action in actions.Where(action => action.OwnTurn))
        {
            if (!Joins(action))
            {
                open = [];
                continue;
            }

            if (open.Count == 0)
            {
                groups.Add(open);
            }

            open.Add(action.Number);
        }

        return [.. groups.Where(group => group.Count > 1 || actions[group[0] - 1].Steps.Count > 1)];
    }

    private static bool Joins(PlannedAction action) =>
        action is { Guards.Count: 0, Immediate.Count: 0, Resource.RunAs: null }
        && action.Steps.Count > 0
        && action.Steps.All(
            step => step is PackageStep { State: PackageState.Installed, Version: null, Options.Count: 0 });
}
