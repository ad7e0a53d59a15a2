using CSharpChef.Converge.Plan;

namespace CSharpChef.Converge.Results;

/// <summary>A plan that a run has applied, with the results of its actions.</summary>
internal sealed record AppliedPlan(ConvergePlan Plan, IReadOnlyList<ActionResult> Results)
{
    /// <summary>
    /// Numbers of notified actions that failed or did not run: the next run of their recipe runs them.
    /// </summary>
    public IReadOnlyList<int> StillPending { get; init; } = [];
}
