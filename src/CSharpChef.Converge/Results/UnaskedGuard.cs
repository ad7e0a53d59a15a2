using CSharpChef.Converge.Plan;

namespace CSharpChef.Converge.Results;

/// <summary>
/// The note of a plan about a guard that needs what the changes before it would make. The nearest ones come first.
/// </summary>
internal static class UnaskedGuard
{
    private const int MostNames = 3;

    /// <param name="plan">The plan.</param>
    /// <param name="results">The results of the plan so far.</param>
    public static string Note(ConvergePlan plan, IEnumerable<ActionResult> results)
    {
        List<string> names =
        [
            .. plan.ChangesBefore.Concat(results.Where(result => result.Status == ResultStatus.Changed)
                .Select(result => plan[result.Number].ShownName)).Distinct()
        ];
        var shownNames = string.Join(", ", names.AsEnumerable().Reverse().Take(MostNames).Select(ShortLine.Of));
        return $"its guard cannot be asked before {shownNames}"
            + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
    }
}
