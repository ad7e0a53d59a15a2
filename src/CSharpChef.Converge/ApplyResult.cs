using CSharpChef.Converge.Summarize;

namespace CSharpChef.Converge;

/// <summary>What a machine said of a plan.</summary>
/// <param name="Results">In the order they ended; an action that ran twice is there twice.</param>
/// <param name="Pending">Queued notifications, by number, that the next program of the run owes.</param>
internal sealed record ApplyResult(IReadOnlyList<ActionResult> Results, IReadOnlyList<int> Pending)
{
    /// <summary>The machine is not what it was taken for: its facts are these, and nothing was touched.</summary>
    public Facts? NewFacts { get; init; }

    /// <summary>It was asked to end after the step it was at.</summary>
    public bool Cancelled { get; init; }

    public bool Failed => Results.Any(result => result is { Status: ResultStatus.Failed, Ignored: false });
}
