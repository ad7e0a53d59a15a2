using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

/// <summary>Which states allow what a person asks for, and what follows.</summary>
internal static class InstanceStates
{
    private static readonly InstanceStatus[] AtRest =
    [
        InstanceStatus.Stopped,
        InstanceStatus.StartFailed,
        InstanceStatus.Terminated
    ];

    private static readonly InstanceStatus[] Starting =
    [
        InstanceStatus.Requested,
        InstanceStatus.Pending,
        InstanceStatus.Booting,
        InstanceStatus.RunningSetup
    ];

    private static readonly InstanceStatus[] Up =
        [
            InstanceStatus.Online,
            InstanceStatus.SetupFailed,
            InstanceStatus.ConnectionLost,
            InstanceStatus.StopFailed,
            InstanceStatus.Rebooting
        ];

    private static readonly InstanceStatus[] Leaving =
    [
        InstanceStatus.Stopping,
        InstanceStatus.ShuttingDown,
        InstanceStatus.Terminating
    ];

    private static readonly InstanceStatus[] Assigned =
        [
            InstanceStatus.Assigning,
            InstanceStatus.RunningSetup,
            InstanceStatus.Online,
            InstanceStatus.SetupFailed,
            InstanceStatus.ConnectionLost
        ];

    public static void Editable(Instance instance)
    {
        Managed(instance, "changed");
        Require(instance, AtRest, "changed");
    }

    /// <summary>Those that follow the clock or the load are left to them.</summary>
    public static bool StartsWithStack(Instance instance) =>
        !instance.IsRegistered && instance.AutoScalingType is null && AtRest.Contains(instance.Status);

    public static void Deletable(Instance instance)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is a registered machine: deregister it instead of deleting it.");
        }

        Require(instance, AtRest, "deleted");
    }

    /// <summary>Starting what starts or runs already changes nothing.</summary>
    public static Instance Start(Instance instance)
    {
        Managed(instance, "started");
        if (Starting.Contains(instance.Status) || instance.Status == InstanceStatus.Online)
        {
            return instance;
        }

        Require(instance, [.. AtRest, InstanceStatus.StopFailed], "started");
        return instance with { Status = InstanceStatus.Requested };
    }

    /// <summary>
    /// With force, or where no machine was made yet, the record is stopped at once. Stopping what stops already changes
    /// nothing.
    /// </summary>
    public static Instance Stop(Instance instance, bool force)
    {
        Managed(instance, "stopped");
        if (AtRest.Contains(instance.Status))
        {
            return instance.Status == InstanceStatus.StartFailed
                ? instance with { Status = InstanceStatus.Stopped }
                : instance;
        }

        if (force || instance.Ec2InstanceId is null)
        {
            return instance with { Status = InstanceStatus.Stopped, Ec2InstanceId = null };
        }

        if (Leaving.Contains(instance.Status))
        {
            return instance;
        }

        Require(instance, [.. Starting, .. Up], "stopped");
        return instance with
        {
            Status = instance.RootDeviceType == RootDeviceType.InstanceStore
            ? InstanceStatus.Terminating
            : InstanceStatus.Stopping
        };
    }

    public static Instance Reboot(Instance instance)
    {
        Require(
            instance, [InstanceStatus.Online, InstanceStatus.SetupFailed, InstanceStatus.ConnectionLost], "rebooted");
        return instance with { Status = InstanceStatus.Rebooting };
    }

    public static Instance Assign(Instance instance, IReadOnlyList<string> layers)
    {
        Registered(instance, "assigned to layers");
        Require(instance, [InstanceStatus.Registered], "assigned to layers");
        return instance with { Status = InstanceStatus.Assigning, LayerIds = layers };
    }

    /// <summary>Where Setup has not begun there is nothing to shut down.</summary>
    public static Instance Unassign(Instance instance)
    {
        Registered(instance, "unassigned");
        Require(instance, Assigned, "unassigned");
        return instance with
        {
            Status = instance.Status == InstanceStatus.Assigning
            ? InstanceStatus.Registered
            : InstanceStatus.Unassigning,
            LayerIds = []
        };
    }

    public static void Deregisterable(Instance instance) => Registered(instance, "deregistered");

    private static void Managed(Instance instance, string done)
    {
        if (instance.IsRegistered)
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is a registered machine, which cannot be {done} here.");
        }
    }

    private static void Registered(Instance instance, string done)
    {
        if (!instance.IsRegistered)
        {
            throw ApiError.Invalid($"Instance {instance.InstanceId} cannot be {done}: only registered machines can.");
        }
    }

    private static void Require(Instance instance, InstanceStatus[] allowed, string done)
    {
        if (!allowed.Contains(instance.Status))
        {
            var states = string.Join(", ", allowed.Select(EnumNames.Of));
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} cannot be {done}: it is {EnumNames.Of(instance.Status)}, and must be one of {states}.");
        }
    }
}
