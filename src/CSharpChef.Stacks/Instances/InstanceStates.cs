using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
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

    public static void RequireDeletable(Instance instance)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is a registered machine: deregister it instead of deleting it.");
        }

        RequireStatus(instance, InstanceStatusGroups.Inactive, "deleted");
    }

    /// <summary>Returns the instance as it is when it already starts or runs.</summary>
    public static Instance Start(Instance instance)
    {
        RequireManaged(instance, "started");
        if (InstanceStatusGroups.Starting.Contains(instance.Status) || instance.Status == InstanceStatus.Online)
        {
            return instance;
        }

        RequireStatus(instance, [.. InstanceStatusGroups.Inactive, InstanceStatus.StopFailed], "started");
        return instance with { Status = InstanceStatus.Requested };
    }

    /// <summary>
    /// With force, or without a machine, the instance is stopped at once. An instance that already stops is returned as
    /// it is.
    /// </summary>
    public static Instance Stop(Instance instance, bool force)
    {
        RequireManaged(instance, "stopped");
        if (InstanceStatusGroups.Inactive.Contains(instance.Status))
        {
            return instance.Status == InstanceStatus.StartFailed
                ? instance with { Status = InstanceStatus.Stopped }
                : instance;
        }

        if (force || instance.Ec2InstanceId is null)
        {
            return instance with { Status = InstanceStatus.Stopped, Ec2InstanceId = null };
        }

        if (InstanceStatusGroups.Stopping.Contains(instance.Status))
        {
            return instance;
        }

        RequireStatus(instance, [.. InstanceStatusGroups.Starting, .. InstanceStatusGroups.Running], "stopped");
        return instance with
        {
            Status = instance.RootDeviceType == RootDeviceType.InstanceStore
            ? InstanceStatus.Terminating
            : InstanceStatus.Stopping
        };
    }

    public static Instance Reboot(Instance instance)
    {
        RequireStatus(
            instance, [InstanceStatus.Online, InstanceStatus.SetupFailed, InstanceStatus.ConnectionLost], "rebooted");
        return instance with { Status = InstanceStatus.Rebooting };
    }

    public static Instance Assign(Instance instance, IReadOnlyList<string> layers)
    {
        RequireRegistered(instance, "assigned to layers");
        RequireStatus(instance, [InstanceStatus.Registered], "assigned to layers");
        return instance with { Status = InstanceStatus.Assigning, LayerIds = layers };
    }

    /// <summary>An instance that has not begun Setup returns to registered at once.</summary>
    public static Instance Unassign(Instance instance)
    {
        RequireRegistered(instance, "unassigned");
        RequireStatus(instance, InstanceStatusGroups.Assigned, "unassigned");
        return instance with
        {
            Status = instance.Status == InstanceStatus.Assigning
            ? InstanceStatus.Registered
            : InstanceStatus.Unassigning,
            LayerIds = []
        };
    }

    public static void RequireDeregisterable(Instance instance) => RequireRegistered(instance, "deregistered");

    private static void RequireManaged(Instance instance, string action)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is a registered machine, which cannot be {action} here.");
        }
    }

    private static void RequireRegistered(Instance instance, string action)
    {
        if (!instance.IsRegistered)
        {
            throw ApiError.Invalid($"Instance {instance.InstanceId} cannot be {action}: only registered machines can.");
        }
    }

    private static void RequireStatus(Instance instance, IReadOnlyList<InstanceStatus> allowed, string action)
    {
        if (!allowed.Contains(instance.Status))
        {
            var states = string.Join(", ", allowed.Select(EnumNames.Of));
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} cannot be {action}: it is {EnumNames.Of(instance.Status)}, and must be one of {states}.");
        }
    }
}
