using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Instances;

/// <summary>The rules of instance states: which states allow an operation, and the state that follows.</summary>
internal static class InstanceStates
{
    public static void RequireEditable(Instance instance)
    {
        RequireManaged(instance, "changed");
        RequireStatus(instance, InstanceStatusGroups.Inactive, "changed");
    }

    /// <summary>True for stopped instances that are not started by load or by schedule.</summary>
    public static bool StartsWithStack(Instance instance) =>
        !instance.IsRegistered
            && instance.AutoScalingType is null
            && InstanceStatusGroups.Inactive.Contains(instance.Status);

    public static void RequireOnline(Instance instance, string action) =>
        RequireStatus(instance, [InstanceStatus.Online], action);

    public static void RequireDeletable(Instance instance)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.Label} is a registered machine: deregister it instead of deleting it.");
        }

        RequireStatus(instance, InstanceStatusGroups.Inactive, "deleted");
    }

    /// <summary>
    /// Requests a start. An instance that already starts or runs is returned as it is; one that stops starts again
    /// afterwards.
    /// </summary>
    /// <param name="provider">The provider of its machine.</param>
    /// <param name="by">Who wants it.</param>
    public static Instance Start(Instance instance, string provider, string by, DateTimeOffset now)
    {
        RequireManaged(instance, "started");
        if (InstanceStatusGroups.Starting.Contains(instance.Status) || instance.Status == InstanceStatus.Online)
        {
            return instance;
        }

        if (instance.Life.Wanted == WantedState.Deleted)
        {
            throw ApiError.Invalid($"Instance {instance.Label} cannot be started: it is being deleted.");
        }

        if (InstanceStatusGroups.Stopping.Contains(instance.Status))
        {
            return instance.Life.Wanted == WantedState.Running
                ? instance
                : instance with { Machine = instance.Life with { Wanted = WantedState.Running, WantedBy = by } };
        }

        RequireStatus(instance, [.. InstanceStatusGroups.Inactive, InstanceStatus.StopFailed], "started");
        return (instance with
        {
            Machine = instance.Life with { Provider = instance.Life.Provider ?? provider, WantedBy = by },
        }).Starting(now);
    }

    /// <summary>
    /// Requests a stop. With force, or without a machine, the instance is stopped at once. An instance that already
    /// stops is returned as it is.
    /// </summary>
    /// <param name="by">Who wants it.</param>
    public static Instance Stop(Instance instance, bool force, string by, DateTimeOffset now)
    {
        RequireManaged(instance, "stopped");
        if (force || !MayHaveMachine(instance))
        {
            return instance.Status is InstanceStatus.Stopped or InstanceStatus.Terminated
                ? instance
                : Forgotten(instance, by).Entering(InstanceStatus.Stopped, now);
        }

        var unwanted = instance with { Machine = Unwanted(instance.Life, by) };
        if (instance.Status == InstanceStatus.Stopped || InstanceStatusGroups.Stopping.Contains(instance.Status))
        {
            return instance.Life.Wanted == WantedState.Running ? unwanted : instance;
        }

        RequireStatus(
            instance,
            [.. InstanceStatusGroups.Starting, .. InstanceStatusGroups.Running, InstanceStatus.StartFailed],
            "stopped");
        return unwanted.Entering(
            InstanceTransitions.EndsMachine(unwanted) ? InstanceStatus.Terminating : InstanceStatus.Stopping,
            now);
    }

    /// <summary>Requests the deletion of an instance that has a machine; it is removed when the machine is.</summary>
    /// <param name="by">Who wants it.</param>
    public static Instance Delete(Instance instance, string by, DateTimeOffset now) => (instance with
    {
        Machine = instance.Life with { Wanted = WantedState.Deleted, WantedBy = by },
    }).Entering(InstanceStatus.Terminating, now);

    /// <summary>True when the instance has a machine, or a launch with an unknown outcome may have made one.</summary>
    public static bool MayHaveMachine(Instance instance) =>
        instance.Ec2InstanceId is not null || instance.Life.IsLaunching;

    public static Instance Reboot(Instance instance, DateTimeOffset now)
    {
        RequireStatus(
            instance, [InstanceStatus.Online, InstanceStatus.SetupFailed, InstanceStatus.ConnectionLost], "rebooted");
        return (instance with { Machine = instance.Life with { IsRebootSent = false } })
            .Entering(InstanceStatus.Rebooting, now);
    }

    /// <summary>Assigns a machine that stands by to layers, whose Setup it then runs.</summary>
    /// <param name="by">Who wants it.</param>
    public static Instance Assign(Instance instance, IReadOnlyList<string> layers, string by, DateTimeOffset now)
    {
        RequireRegistered(instance, "assigned to layers");
        RequireStatus(instance, [InstanceStatus.Registered], "assigned to layers");
        return instance.Life.HostKeys.Count > 0
            ? WantedBy(instance with { LayerIds = layers }, by).Entering(InstanceStatus.Assigning, now)
            : throw ApiError.Invalid(
                $"Instance {instance.Label} cannot be assigned to layers: the server does not know its machine. Run csharpchef instance register USER@HOST --hostname {instance.Hostname}.");
    }

    /// <summary>
    /// Requests that a machine leaves its layers, after their Shutdown. One that has not begun Setup, or cannot be
    /// reached, leaves them at once.
    /// </summary>
    /// <param name="by">Who wants it.</param>
    public static Instance Unassign(Instance instance, string by, DateTimeOffset now)
    {
        RequireRegistered(instance, "unassigned");
        RequireStatus(instance, InstanceStatusGroups.Assigned, "unassigned");
        return instance.Status is InstanceStatus.Assigning or InstanceStatus.ConnectionLost || instance.StandsBy
            ? RegisteredTransitions.Unassigned(WantedBy(instance, by), now)
            : WantedBy(instance, by).Entering(InstanceStatus.Unassigning, now);
    }

    /// <summary>Requests that a registered machine leaves the stack. One that leaves is returned as it is.</summary>
    /// <param name="by">Who wants it.</param>
    public static Instance Deregister(Instance instance, string by, DateTimeOffset now)
    {
        RequireRegistered(instance, "deregistered");
        return instance.Status == InstanceStatus.Deregistering
            ? instance
            : Leaving(WantedBy(instance, by)).Entering(InstanceStatus.Deregistering, now);
    }

    // The recipes of Shutdown end what a Setup has begun; a machine that cannot be reached runs none.
    private static Instance Leaving(Instance instance) =>
        instance.Status is InstanceStatus.Online or InstanceStatus.SetupFailed or InstanceStatus.RunningSetup
            or InstanceStatus.Unassigning
            ? instance
            : instance with { LayerIds = [] };

    private static Instance WantedBy(Instance instance, string by) =>
        instance with { Machine = instance.Life with { WantedBy = by, CommandId = null } };

    private static Instance Forgotten(Instance instance, string by) => instance.WithoutAddress() with
    {
        Ec2InstanceId = null,
        Machine = Unwanted(instance.WithoutAddress().Life, by) with { IsLaunching = false },
    };

    // A deletion is not undone by a stop.
    private static InstanceMachine Unwanted(InstanceMachine machine, string by) =>
        machine.Wanted == WantedState.Deleted
            ? machine
            : machine with { Wanted = WantedState.Stopped, WantedBy = by };

    /// <summary>Refuses what a registered machine's provider cannot do.</summary>
    public static void RequireManaged(Instance instance, string action)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.Label} is a registered machine, which cannot be {action} here.");
        }
    }

    private static void RequireRegistered(Instance instance, string action)
    {
        if (!instance.IsRegistered)
        {
            throw ApiError.Invalid($"Instance {instance.Label} cannot be {action}: only registered machines can.");
        }
    }

    private static void RequireStatus(Instance instance, IReadOnlyList<InstanceStatus> allowed, string action)
    {
        if (!allowed.Contains(instance.Status))
        {
            var states = string.Join(", ", allowed.Select(EnumNames.Of));
            throw ApiError.Invalid(
                $"Instance {instance.Label} cannot be {action}: it is {EnumNames.Of(instance.Status)}, and must be one of {states}.");
        }
    }
}
