using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Finds neighbouring installs that can share one transaction of the package manager: any version, no options, no
/// guard, no immediate notification, and no other user to run as. An action with a time limit of its own shares it with
/// no other action.
/// </summary>
internal static class PackageBatches
{
    /// <returns>The numbers of the actions of each batch.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<PlannedAction> actions)
    {
        var batches = new List<List<int>>();
        var open = new List<int>();
        foreach (var action in actions.Where(action => action.IsScheduled))
        {
            if (!CanJoin(action))
            {
                open = [];
                continue;
            }

            if (open.Count == 0 || HasTimeLimit(action) || HasTimeLimit(actions[open[0] - 1]))
            {
                open = [];
                batches.Add(open);
            }

            open.Add(action.Number);
        }

        return [.. batches.Where(batch => batch.Count > 1 || actions[batch[0] - 1].Steps.Count > 1)];
    }

    /// <summary>Whether a plan can ask the package manager about an action and others with one process.</summary>
    public static bool CanBeAskedAboutTogether(PlannedAction action) =>
        action is { IsScheduled: true, Guards.Count: 0 }
        && action.Steps.Count > 0
        && action.Steps.All(step => step is PackageStep { Options.Count: 0 });

    private static bool HasTimeLimit(PlannedAction action) => action.Resource.Timeout is not null;

    private static bool CanJoin(PlannedAction action) =>
        action is { Guards.Count: 0, Immediate.Count: 0, Resource.RunAs: null }
        && action.Steps.Count > 0
        && action.Steps.All(
            step => step is PackageStep { State: PackageState.Installed, Version: null, Options.Count: 0 });
}
