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
                $"is the instance {instance.Label}, which is not in the volume's stack {volume.StackId}");
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

    /// <summary>Requires that no other volume of the instance has the mount point.</summary>
    public static async Task RequireFreeAsync(Volume volume, string instance, string? mountPoint, Call call)
    {
        var others = (await call.Store.ListAsync<Volume>(instance)).Where(other => other.VolumeId != volume.VolumeId);
        if (mountPoint is not null && others.FirstOrDefault(other => IsAt(other, mountPoint)) is { } taken)
        {
            throw ApiError.Invalid(
                "MountPoint", $"is {mountPoint}, where the volume {taken.VolumeId} of the instance {instance} is mounted");
        }
    }

    private static bool IsAt(Volume volume, string mountPoint) =>
        volume.MountPoint is { } path && Layers.MountPoint.Normalize(path) == Layers.MountPoint.Normalize(mountPoint);

    public static void RequireStopped(Instance instance)
    {
        if (instance is
            {
                IsRegistered: false, Status: not (InstanceStatus.Stopped or InstanceStatus.StartFailed
            or InstanceStatus.Terminated)
            })
        {
            throw ApiError.Invalid(
                $"Instance {instance.Label} is {EnumNames.Of(instance.Status)}: it must be stopped before a volume is assigned or unassigned.");
        }
    }
}
