using CSharpChef.Converge.Results;

namespace CSharpChef.Converge;

/// <summary>The result of applying a plan to a node.</summary>
/// <param name="Results">The results in the order of their end. An action that ran twice has two results.</param>
/// <param name="Pending">Numbers of notified actions that the next program of the run must run.</param>
internal sealed record ApplyResult(IReadOnlyList<ActionResult> Results, IReadOnlyList<int> Pending)
{
    /// <summary>
    /// Numbers of notified actions that failed or did not run: the next run of their recipe runs them.
    /// </summary>
    public IReadOnlyList<int> StillPending { get; init; } = [];

    /// <summary>The facts of a node that no longer has those of the plan; then nothing was changed.</summary>
    public Facts? NewFacts { get; init; }

    /// <summary>True when the run was asked to end after its current step.</summary>
    public bool Cancelled { get; init; }

    /// <summary>
    /// What to tell the user about a program that goes on without us; null when it has ended. An action without a
    /// result may then still run.
    /// </summary>
    public string? StillRunning { get; init; }

    public bool Failed => Results.Any(result => result is { Status: ResultStatus.Failed, Ignored: false });
}
