namespace CSharpChef.Converge.Summarize;

/// <summary>What a run did with one resource.</summary>
internal sealed record ResourceReport(string Resource, ResultStatus Status, string Source)
{
    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public double Seconds { get; init; }

    /// <summary>A unified diff of changed text.</summary>
    public string? Diff { get; init; }

    /// <summary>Why it was skipped or failed.</summary>
    public string? Message { get; init; }

    /// <summary>The end of what a failed command wrote.</summary>
    public string? Output { get; init; }

    /// <summary>The command that failed, and its exit code.</summary>
    public string? Command { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>It failed, and the run went on by its wish.</summary>
    public bool Ignored { get; init; }
}
