namespace CSharpChef.Stacks.Instances.Life;

/// <summary>The longest times that an instance may have a status that the server leaves by itself.</summary>
internal sealed record InstanceLimits
{
    public TimeSpan Requested { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Pending { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Booting { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan Rebooting { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The time limit of a stop or a termination after its Shutdown command.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the access of the server to a machine that is deregistered is tried to be removed.</summary>
    public TimeSpan Deregistering { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When the status ends at the latest; null for a status that lasts.</summary>
    public DateTimeOffset? EndOf(Instance instance) => Of(instance) is { } limit ? instance.Life.Since + limit : null;

    /// <summary>The event of a limit that has passed; null while it has not.</summary>
    public InstanceEvent? Passed(Instance instance, DateTimeOffset now) =>
        EndOf(instance) is { } end && now >= end
            ? new InstanceEvent.LimitPassed($"it was {Text.EnumNames.Of(instance.Status)} for {Of(instance)!.Value.TotalMinutes:0} minutes")
            : null;

    private TimeSpan? Of(Instance instance) => instance.Status switch
    {
        InstanceStatus.Requested => Requested,
        InstanceStatus.Pending => Pending,
        InstanceStatus.Booting => Booting,
        InstanceStatus.Rebooting => Rebooting,

        // A Shutdown command has a time limit of its own.
        InstanceStatus.ShuttingDown when instance.Life.CommandId is not null => null,
        InstanceStatus.Stopping or InstanceStatus.ShuttingDown or InstanceStatus.Terminating => Stopping,

        // So has the Setup of a registration, which waits for a user while the machine is not known.
        _ when instance.Life.CommandId is not null || instance.Life.HostKeys.Count == 0 => null,
        InstanceStatus.Registering or InstanceStatus.Assigning => Booting,
        InstanceStatus.Unassigning => Stopping,
        InstanceStatus.Deregistering => Deregistering,
        _ => null,
    };
}
