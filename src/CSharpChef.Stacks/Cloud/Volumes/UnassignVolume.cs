using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Records that a volume no longer belongs to an instance.")]
internal sealed class UnassignVolume : Change<VolumeRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(VolumeRequest request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (volume.InstanceId is null)
        {
            throw ApiError.Invalid($"Volume {volume.VolumeId} is not assigned to an instance.");
        }

        VolumeAssignment.RequireStopped(await call.GetAsync<Instance>(volume.InstanceId));
        await call.Store.SaveAsync(volume, volume with { InstanceId = null, Status = "available" });
        return Empty.Value;
    }
}
