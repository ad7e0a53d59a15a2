using CSharpChef.Converge.Plan;

namespace CSharpChef.Converge.Results;

/// <summary>
/// The note of a plan about a guard that needs what the changes before it would make.
/// </summary>
internal static class UnaskedGuard
{
    /// <param name="plan">The plan.</param>
    /// <param name="results">The results of the plan so far.</param>
    public static string Note(ConvergePlan plan, IEnumerable<ActionResult> results) =>
        "its guard cannot be asked before " + EarlierChanges.Text(plan.ChangesBefore.Concat(
            results.Where(result => result.Status == ResultStatus.Changed)
                .Select(result => plan[result.Number].ShownName)));
}
