namespace CSharpChef.Stacks.Instances;

/// <summary>Groups of instance states, the one source of what a state means.</summary>
internal static class InstanceStatusGroups
{
    /// <summary>States in which nothing happens until somebody starts the instance.</summary>
    public static readonly IReadOnlyList<InstanceStatus> Inactive =
    [
        InstanceStatus.Stopped,
        InstanceStatus.StartFailed,
        InstanceStatus.Terminated,
    ];

    public static readonly IReadOnlyList<InstanceStatus> Starting =
    [
        InstanceStatus.Requested,
        InstanceStatus.Pending,
        InstanceStatus.Booting,
        InstanceStatus.RunningSetup,
    ];

    /// <summary>States in which the machine runs.</summary>
    public static readonly IReadOnlyList<InstanceStatus> Running =
    [
        InstanceStatus.Online,
        InstanceStatus.SetupFailed,
        InstanceStatus.ConnectionLost,
        InstanceStatus.StopFailed,
        InstanceStatus.Rebooting,
    ];

    public static readonly IReadOnlyList<InstanceStatus> Stopping =
    [
        InstanceStatus.Stopping,
        InstanceStatus.ShuttingDown,
        InstanceStatus.Terminating,
    ];

    /// <summary>States in which no new commands begin, and running ones end soon.</summary>
    public static readonly IReadOnlyList<InstanceStatus> Leaving =
    [
        .. Stopping,
        InstanceStatus.Unassigning,
        InstanceStatus.Deregistering,
    ];

    /// <summary>States of a registered instance that is assigned to layers.</summary>
    public static readonly IReadOnlyList<InstanceStatus> Assigned =
    [
        InstanceStatus.Assigning,
        InstanceStatus.RunningSetup,
        InstanceStatus.Online,
        InstanceStatus.SetupFailed,
        InstanceStatus.ConnectionLost,
    ];

    public static readonly IReadOnlyList<InstanceStatus> Failed =
    [
        InstanceStatus.StartFailed,
        InstanceStatus.SetupFailed,
        InstanceStatus.StopFailed,
        InstanceStatus.ConnectionLost,
    ];

    /// <summary>States that the server leaves by itself.</summary>
    public static readonly IReadOnlyList<InstanceStatus> InProgress =
    [
        .. Starting,
        InstanceStatus.Rebooting,
        .. Stopping,
        InstanceStatus.Registering,
        InstanceStatus.Assigning,
        InstanceStatus.Unassigning,
        InstanceStatus.Deregistering,
    ];
}
