namespace CSharpChef.Testing;

/// <summary>The statuses of a resource in a run of a test.</summary>
public enum ResourceStatus
{
    /// <summary>The resource did not run: the run ended before it, or nothing notified it.</summary>
    NotRun,

    /// <summary>A guard prevented the action.</summary>
    Skipped,

    /// <summary>The resource was in the desired state already.</summary>
    Unchanged,

    /// <summary>The resource was changed, or would be in a plan.</summary>
    Changed,

    /// <summary>The resource failed.</summary>
    Failed,
}
