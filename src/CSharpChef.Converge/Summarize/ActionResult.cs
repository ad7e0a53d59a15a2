namespace CSharpChef.Converge.Summarize;

/// <summary>How one action ended on one node.</summary>
internal sealed record ActionResult(int Number, ResultStatus Status)
{
    /// <summary>What was done, or would be: "write content", "set mode 0640 (was 0644)".</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Why it was skipped or failed: the guard, or what went wrong.</summary>
    public string? Reason { get; init; }

    /// <summary>The exit code of the command that failed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The end of what a failed command wrote.</summary>
    public string? Output { get; init; }

    /// <summary>The text that was at each path before it was written over.</summary>
    public IReadOnlyDictionary<string, string> OldText { get; init; } = new Dictionary<string, string>();

    /// <summary>It failed, and the resource says that this may be.</summary>
    public bool Ignored { get; init; }

    public double Seconds { get; init; }
}
