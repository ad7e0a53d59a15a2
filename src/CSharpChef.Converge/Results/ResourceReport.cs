namespace CSharpChef.Converge.Results;

/// <summary>The report of one resource in a run.</summary>
internal sealed record ResourceReport(string Resource, ResultStatus Status, string Source)
{
    /// <summary>The descriptions of the changes, in the order in which they were made.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public double Seconds { get; init; }

    /// <summary>A unified diff of changed text.</summary>
    public string? Diff { get; init; }

    /// <summary>The reason why the resource was skipped or failed, or a note about one that succeeded.</summary>
    public string? Message { get; init; }

    /// <summary>The last lines that a failed command wrote.</summary>
    public string? Output { get; init; }

    /// <summary>The command that failed.</summary>
    public string? Command { get; init; }

    /// <summary>The exit code of the command that failed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>True when the resource failed and sets IgnoreFailure.</summary>
    public bool Ignored { get; init; }
}
