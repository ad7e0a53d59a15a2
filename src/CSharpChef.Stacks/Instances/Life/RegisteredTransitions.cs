namespace CSharpChef.Stacks.Instances.Life;

/// <summary>The changes of registered instances that managed ones do not have. Pure.</summary>
internal static class RegisteredTransitions
{
    /// <summary>The status after a successful Setup: a registered instance without layers stands by.</summary>
    public static InstanceStatus ReadyStatus(Instance instance) =>
        instance.StandsBy ? InstanceStatus.Registered : InstanceStatus.Online;

    public static Instance LoginFailed(Instance instance, InstanceEvent.LoginFailed failed) =>
        instance.Status is InstanceStatus.Registering or InstanceStatus.Assigning
            && instance.Life.LoginProblem != failed.Why
            ? instance with { Machine = instance.Life with { LoginProblem = failed.Why } }
            : instance;

    /// <summary>
    /// The Setup of a registration and the Shutdown of an assignment run without a status of their own.
    /// </summary>
    public static Instance CommandQueued(Instance instance, InstanceEvent.CommandQueued queued) =>
        (queued.Type, instance.Status) is (LifeCommands.Setup, InstanceStatus.Registering)
            or (LifeCommands.Shutdown, InstanceStatus.Unassigning or InstanceStatus.Deregistering)
            && instance.Life.CommandId is null
            ? instance with { Machine = instance.Life with { CommandId = queued.CommandId } }
            : instance;

    public static Instance CommandEnded(Instance free, bool isSuccessful, DateTimeOffset now) => free.Status switch
    {
        InstanceStatus.Registering =>
            free.Entering(isSuccessful ? InstanceStatus.Registered : InstanceStatus.SetupFailed, now),
        InstanceStatus.Unassigning => Unassigned(free, now),
        InstanceStatus.Deregistering => free with { LayerIds = [] },
        _ => free,
    };

    /// <summary>The change when the status lasted too long, or the machine must not be logged in to.</summary>
    public static Instance LimitPassed(Instance instance, DateTimeOffset now) => instance.Status switch
    {
        InstanceStatus.Registering when instance.Life.HostKeys.Count > 0 =>
            instance.Entering(InstanceStatus.SetupFailed, now),
        InstanceStatus.Assigning => instance.Entering(InstanceStatus.SetupFailed, now),
        InstanceStatus.Unassigning => Unassigned(instance, now),
        _ => Forgotten(instance),
    };

    /// <summary>A deregistered instance whose machine is not known any more; it is removed next.</summary>
    public static Instance Forgotten(Instance instance) =>
        instance.Status == InstanceStatus.Deregistering && instance.Life.HostKeys.Count > 0
            ? instance with { Machine = instance.Life with { Address = null, HostKeys = [], CommandId = null } }
            : instance;

    public static Instance Unassigned(Instance instance, DateTimeOffset now) =>
        (instance with { LayerIds = [], Machine = instance.Life with { CommandId = null, IsSetUp = false } })
            .Entering(InstanceStatus.Registered, now);
}
