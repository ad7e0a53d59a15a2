namespace CSharpChef.Converge.Results;

/// <summary>The result of one action on one node.</summary>
internal sealed record ActionResult(int Number, ResultStatus Status)
{
    /// <summary>The changes, such as "write content" or "set mode 0640 (was 0644)".</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>
    /// The reason why the action was skipped or failed: the guard, or the error. Or a note about one that succeeded.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The exit code of a command that failed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines that a failed command wrote.</summary>
    public string? Output { get; init; }

    /// <summary>The text of each file before it was changed.</summary>
    public IReadOnlyDictionary<string, string> OldText { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the action failed and its resource sets IgnoreFailure.</summary>
    public bool Ignored { get; init; }

    public double Seconds { get; init; }
}
