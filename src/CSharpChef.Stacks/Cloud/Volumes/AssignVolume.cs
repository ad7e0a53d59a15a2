using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Records that a volume belongs to an instance.")]
internal sealed class AssignVolume : Change<AssignVolume.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (string.IsNullOrEmpty(request.InstanceId))
        {
            throw ApiError.Invalid("InstanceId", "is required");
        }

        var instance = await call.GetAsync<Instance>(request.InstanceId);
        VolumeAssignment.RequireAssignable(volume, instance);
        await VolumeAssignment.RequireFreeAsync(volume, instance.InstanceId, volume.MountPoint, call);
        await call.Store.SaveAsync(volume, volume with { InstanceId = instance.InstanceId, Status = "in-use" });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The volume.")]
        public required string VolumeId { get; init; }

        [Description("The instance, which must be stopped.")]
        public string? InstanceId { get; init; }
    }
}
