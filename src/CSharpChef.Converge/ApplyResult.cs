using CSharpChef.Converge.Results;

namespace CSharpChef.Converge;

/// <summary>The result of applying a plan to a node.</summary>
/// <param name="Results">In the order the actions ended; an action that ran twice is there twice.</param>
/// <param name="Pending">Numbers of notified actions that the next program of the run must run.</param>
internal sealed record ApplyResult(IReadOnlyList<ActionResult> Results, IReadOnlyList<int> Pending)
{
    /// <summary>The facts of a node that no longer has those of the plan; then nothing was changed.</summary>
    public Facts? NewFacts { get; init; }

    /// <summary>True when the run was asked to end after its current step.</summary>
    public bool Cancelled { get; init; }

    public bool Failed => Results.Any(result => result is { Status: ResultStatus.Failed, Ignored: false });
}
