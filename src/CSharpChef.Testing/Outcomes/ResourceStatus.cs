namespace CSharpChef.Testing;

/// <summary>The statuses of a resource in a run of a test.</summary>
public enum ResourceStatus
{
    /// <summary>The run ended before the resource.</summary>
    NotRun,

    /// <summary>A guard prevented the action, or nothing notified it.</summary>
    Skipped,

    /// <summary>The resource was in the desired state already.</summary>
    Unchanged,

    /// <summary>The resource was changed, or would be in a plan.</summary>
    Changed,

    /// <summary>The resource failed.</summary>
    Failed,
}
