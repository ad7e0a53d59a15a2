using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Cloud.Volumes;

internal static class VolumeAssignment
{
    public static void RequireAssignable(Volume volume, Instance instance)
    {
        if (volume.StackId != instance.StackId)
        {
            throw ApiError.Invalid(
                "InstanceId",
                $"is the instance {instance.InstanceId}, which is not in the volume's stack {volume.StackId}");
        }

        if (volume.InstanceId is { } other && other != instance.InstanceId)
        {
            throw ApiError.Invalid($"Volume {volume.VolumeId} is assigned to the instance {other}: unassign it first.");
        }

        if (volume.MountPoint is null)
        {
            throw ApiError.Invalid($"Volume {volume.VolumeId} has no MountPoint: set one with UpdateVolume first.");
        }

        RequireStopped(instance);
    }

    public static void RequireStopped(Instance instance)
    {
        if (instance is
            {
                IsRegistered: false, Status: not (InstanceStatus.Stopped or InstanceStatus.StartFailed
            or InstanceStatus.Terminated)
            })
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is {EnumNames.Of(instance.Status)}: it must be stopped before a volume is assigned or unassigned.");
        }
    }
}
