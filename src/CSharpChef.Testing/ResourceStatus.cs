namespace CSharpChef.Testing;

/// <summary>The outcome of a resource in a run of a test.</summary>
public enum ResourceStatus
{
    /// <summary>The resource did not run: the run ended before, or nothing notified it.</summary>
    NotRun,

    /// <summary>A guard prevented the action.</summary>
    Skipped,

    /// <summary>It was as wanted already.</summary>
    Unchanged,

    /// <summary>It was changed; in a plan, it would be.</summary>
    Changed,

    /// <summary>It failed.</summary>
    Failed,
}
