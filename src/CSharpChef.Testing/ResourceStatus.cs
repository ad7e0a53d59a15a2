namespace CSharpChef.Testing;

/// <summary>How a resource ended in a run of a test.</summary>
public enum ResourceStatus
{
    /// <summary>Its turn never came: the run ended before, or nothing notified it.</summary>
    NotRun,

    /// <summary>A guard said no.</summary>
    Skipped,

    /// <summary>It was as wanted already.</summary>
    Unchanged,

    /// <summary>It was changed; in a plan, it would be.</summary>
    Changed,

    /// <summary>It failed.</summary>
    Failed,
}
